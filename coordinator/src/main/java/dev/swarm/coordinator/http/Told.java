package dev.swarm.coordinator.http;

import dev.swarm.coordinator.store.Placed;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import io.vertx.core.buffer.Buffer;

/** An event as readers get it: written once, however many read it. */
record Told(long position, RunId run, Buffer text) {
  static Told of(Placed placed) {
    var recorded = placed.recorded();
    var text = "id: " + placed.position() + "\nevent: run\ndata: " + Wire.encode(recorded) + "\n\n";
    return new Told(placed.position(), recorded.run(), Buffer.buffer(text));
  }

  /** A stretch of the log that a reader does not get, both ends included. */
  static Buffer gap(long from, long to) {
    return Buffer.buffer(
        "id: " + to + "\nevent: gap\ndata: {\"from\":" + from + ",\"to\":" + to + "}\n\n");
  }
}
