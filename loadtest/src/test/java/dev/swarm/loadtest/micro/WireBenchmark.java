package dev.swarm.loadtest.micro;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.time.Duration;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The result of a tool with 2 kB of text, to JSON and back. */
@State(Scope.Benchmark)
public class WireBenchmark {
  private final Recorded recorded =
      new Recorded(
          new RunId("run"),
          1,
          7,
          Instant.EPOCH,
          new Event.ToolReturned(
              new SubtaskId("run/node/storage"),
              new CallId("r1"),
              "disk-space",
              "ok",
              "",
              Duration.ofMillis(7),
              30,
              CannedHost.fileSystems().text(),
              "0".repeat(64)));
  private final String text = Wire.encode(recorded);

  @Benchmark
  public String encode() {
    return Wire.encode(recorded);
  }

  @Benchmark
  public Recorded decode() {
    return Wire.decode(text, Recorded.class);
  }
}
