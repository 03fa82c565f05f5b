package dev.swarm.cli;

import dev.swarm.protocol.NodeHello.Capability;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Requirement;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Host;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node says of its tools: which it has, and why those that are missing are. Programs are
 * looked for, once each; what a tool needs besides (rights, files, devices) tells itself when it
 * runs: looking at all of it took a cold start 31 ms of CPU, this takes 10.
 */
final class Capabilities {
  private final Host host;
  private final Map<String, Boolean> missing = new HashMap<>();

  private Capabilities(Host host) {
    this.host = host;
  }

  /** One for each tool of the catalog, in its order. Blocks. */
  static List<Capability> of(Knowledge knowledge, Host host) {
    var capabilities = new Capabilities(host);
    return knowledge.catalog().all().stream()
        .map(tool -> new Capability(tool.name(), capabilities.missing(tool)))
        .toList();
  }

  /** Why no form of it can run; empty if one can. */
  private String missing(Tool tool) {
    var programs = new LinkedHashSet<String>();
    for (var form : tool.forms(host.platform())) {
      var lacking = programs(form).filter(this::lacks).findFirst();
      if (lacking.isEmpty()) {
        return "";
      }
      programs.add(lacking.get());
    }
    return switch (programs.size()) {
      case 0 -> "it does not exist on " + host.platform().id();
      case 1 -> programs.getFirst() + " is not installed";
      default -> "none of " + String.join(", ", programs) + " is installed";
    };
  }

  private boolean lacks(String program) {
    return missing.computeIfAbsent(program, name -> host.missing(name).isPresent());
  }

  private static Stream<String> programs(Form form) {
    var required =
        form.requires().stream()
            .filter(requirement -> requirement.kind() == Requirement.Kind.BINARY)
            .map(Requirement::value);
    return Stream.concat(program(form).stream(), required);
  }

  private static Optional<String> program(Form form) {
    return form.source() instanceof Source.Argv(var words)
        ? Optional.of(words.getFirst())
        : Optional.empty();
  }
}
