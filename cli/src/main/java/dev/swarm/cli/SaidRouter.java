package dev.swarm.cli;

import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.wire.Profile;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the command line says of a router; read only where it says something, for {@link
 * RouterOptions} is looked into at every start.
 *
 * @param url of a router, instead of those of its tier
 * @param variable the name of an environment variable
 */
record SaidRouter(
    Optional<String> url,
    Optional<String> model,
    Optional<String> variable,
    Optional<String> tier) {

  /**
   * The configuration with what was said.
   *
   * @throws UsageException if that makes no sense
   */
  Settings on(Settings settings) {
    if (url.isPresent()) {
      var named = read("--router", url.get(), this::endpoint);
      var others = settings.routers().stream().filter(one -> one.tier() != named.tier());
      return settings.with(Stream.concat(Stream.of(named), others).toList());
    }
    if (variable.isPresent() || tier.isPresent()) {
      throw new UsageException(
          (variable.isPresent() ? "--key-env" : "--tier")
              + " belongs to a --router URL; name that too");
    }
    return remodelled(settings);
  }

  private Endpoint endpoint(String text) {
    var where = RoutersReader.url(text);
    return new Endpoint(
        RoutersReader.named(where),
        where,
        model.orElse(""),
        variable
            .map(name -> read("--key-env", name, SaidRouter::source))
            .orElseGet(KeySource.None::new),
        tier.map(name -> read("--tier", name, RoutersReader::tier)).orElse(Tier.LOCAL),
        RoutersReader.CONCURRENCY,
        RoutersReader.QUEUE,
        Clocks.STANDARD,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Profile.STANDARD);
  }

  private static KeySource source(String name) {
    return new KeySource.Environment(KeySourceReader.variable(name));
  }

  /** The configured routers of the local tier, with the model named here. */
  private Settings remodelled(Settings settings) {
    if (settings.routers().stream().noneMatch(one -> one.tier() == Tier.LOCAL)) {
      throw new UsageException(
          "--model says which model, and no router is known; name one with --router URL, or under"
              + " 'routers' in swarm.yaml");
    }
    var name = model.orElse("");
    return settings.with(
        settings.routers().stream()
            .map(one -> one.tier() == Tier.LOCAL ? serving(one, name, one.context()) : one)
            .toList());
  }

  /** The same router with another model, and its context. */
  static Endpoint serving(Endpoint one, String model, OptionalInt context) {
    return new Endpoint(
        one.name(),
        one.url(),
        model,
        one.key(),
        one.tier(),
        one.concurrency(),
        one.queue(),
        one.clocks(),
        context,
        one.price(),
        one.trust(),
        one.profile());
  }

  private static <T> T read(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
