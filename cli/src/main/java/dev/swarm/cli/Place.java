package dev.swarm.cli;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.SubtaskId;

/** Where a subtask works; its id is {@code RUN/NODE/AREA}. */
record Place(String node, String area) {

  static Place of(SubtaskId id) {
    var value = id.value();
    int first = value.indexOf('/');
    int last = value.lastIndexOf('/');
    return new Place(
        value.substring(first + 1, Math.max(last, first + 1)), value.substring(last + 1));
  }

  /** How a report names a call: {@code storage/r1}. */
  String call(CallId call) {
    return area + "/" + call;
  }
}
