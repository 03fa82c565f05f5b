package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that peers are expected to have in common.
 *
 * @param fact how its line in the {@link FactSheet} begins
 * @param subject what a finding is about, the same whatever the value
 * @param severity of standing apart from a clear majority
 */
record Trait(CheckId check, String fact, String subject, Severity severity, String remedy) {
  static final Trait PLATFORM =
      new Trait(
          FleetChecks.PLATFORM,
          "platform",
          "platform",
          Severity.INFO,
          "If that is meant, give the node labels of its own.");

  private static final Trait VERSION =
      new Trait(
          FleetChecks.VERSION,
          "version",
          "version of swarm",
          Severity.WARNING,
          "Bring swarm on it to the version of its peers.");
  private static final Trait KERNEL =
      new Trait(
          FleetChecks.KERNEL,
          "kernel",
          "kernel",
          Severity.WARNING,
          "Find out what keeps it from its peers' kernel: a pending restart, a held package.");
  private static final Trait OS =
      new Trait(
          FleetChecks.OS,
          "os",
          "release of the operating system",
          Severity.WARNING,
          "Bring it to the release of its peers, or give it labels of its own.");
  private static final Pattern DIGEST = Pattern.compile("(?:sha256[:-])?[0-9a-f]{8,64}");

  /** What the members of a circle are held against one another for. */
  static List<Trait> of(Circle circle) {
    return Stream.concat(Stream.of(VERSION, KERNEL, OS), digests(circle)).toList();
  }

  /** Facts that are digests say that something is the same everywhere, or is not. */
  private static Stream<Trait> digests(Circle circle) {
    var names = new TreeSet<String>();
    for (NodeHello hello : circle.members()) {
      hello
          .facts()
          .forEach((name, value) -> {
            if (DIGEST.matcher(value).matches()) {
              names.add(name);
            }
          });
    }
    return names.stream().map(Trait::digest);
  }

  private static Trait digest(String name) {
    return new Trait(
        FleetChecks.CONFIGURATION,
        name,
        "digest of " + name,
        Severity.WARNING,
        "Compare its files with those of a peer; give all of them the same.");
  }

  /** What the node says of it; empty where it says nothing. */
  Optional<String> value(NodeHello hello) {
    return switch (fact) {
      case "version" -> Optional.of(hello.version());
      case "platform" -> Optional.of(hello.platform());
      default -> Optional.ofNullable(hello.facts().get(fact)).filter(value -> !value.isBlank());
    };
  }
}
