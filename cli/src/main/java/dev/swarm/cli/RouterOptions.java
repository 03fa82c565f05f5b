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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model thinks along, said on the command line. */
final class RouterOptions {
  @Option(
      names = "--router",
      order = 5,
      paramLabel = "URL",
      description =
          "A model behind this OpenAI-compatible router thinks along, such as"
              + " http://127.0.0.1:8080/v1; instead of those of its tier in the configuration.")
  @Nullable
  private String router;

  @Option(
      names = "--model",
      order = 6,
      paramLabel = "NAME",
      description = "Which of the router's models; default the one that it serves.")
  @Nullable
  private String model;

  @Option(
      names = "--key-env",
      order = 7,
      paramLabel = "VAR",
      description = "The environment variable that holds the router's key.")
  @Nullable
  private String variable;

  @Option(
      names = "--tier",
      order = 8,
      paramLabel = "TIER",
      description = "local (default), or frontier: asked only with a permit.")
  @Nullable
  private String tier;

  /** Whether something was said here at all. */
  boolean any() {
    return Stream.of(router, model, variable, tier).anyMatch(said -> said != null);
  }

  /**
   * The configuration with what was said here.
   *
   * @throws UsageException if that makes no sense
   */
  Settings on(Settings settings) {
    if (!any()) {
      return settings;
    }
    if (router != null) {
      var named = read("--router", router, this::endpoint);
      var others = settings.routers().stream().filter(one -> one.tier() != named.tier());
      return settings.with(Stream.concat(Stream.of(named), others).toList());
    }
    if (variable != null || tier != null) {
      throw new UsageException(
          (variable != null ? "--key-env" : "--tier")
              + " belongs to a --router URL; name that too");
    }
    return remodelled(settings);
  }

  private Endpoint endpoint(String url) {
    var where = RoutersReader.url(url);
    return new Endpoint(
        RoutersReader.named(where),
        where,
        Optional.ofNullable(model).orElse(""),
        variable == null ? new KeySource.None() : read("--key-env", variable, this::source),
        tier == null ? Tier.LOCAL : read("--tier", tier, RoutersReader::tier),
        RoutersReader.CONCURRENCY,
        RoutersReader.QUEUE,
        Clocks.STANDARD,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Profile.STANDARD);
  }

  private KeySource source(String name) {
    return new KeySource.Environment(KeySourceReader.variable(name));
  }

  /** The configured routers of the local tier, with the model named here. */
  private Settings remodelled(Settings settings) {
    var name = Optional.ofNullable(model).orElse("");
    if (settings.routers().stream().noneMatch(one -> one.tier() == Tier.LOCAL)) {
      throw new UsageException(
          "--model says which model, and no router is known; name one with --router URL, or under"
              + " 'routers' in swarm.yaml");
    }
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
