package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Hashes;
import java.util.List;

/** What a circle said, put side by side: the output that the other side's evidence is cut from. */
record Tabulated(CallId call, List<String> argv, List<String> lines, String sha256) {
  Tabulated(CallId call, List<String> argv, List<String> lines) {
    this(call, argv, List.copyOf(lines), Hashes.sha256(String.join("\n", lines) + "\n"));
  }

  /** Some lines, counted from 1, both included. */
  Evidence lines(int first, int last) {
    var quote = String.join("\n", lines.subList(first - 1, last)) + "\n";
    return new Evidence(call, "roll-call", argv, first, last, quote, sha256);
  }
}
