package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a command when somebody stops it. */
class InterruptionIT {
  private static final Map<String, String> TERMINAL =
      Map.of("SWARM_STDERR_TTY", "1", "TERM", "xterm");

  @TempDir Path folder;
  private SwarmProcess swarm;
  private String config;

  @BeforeEach
  void a_tool_that_takes_a_minute() throws Exception {
    swarm = new SwarmProcess(folder);
    config = SlowTool.in(folder).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void a_signal_ends_with_the_report_of_what_is_known_and_leaves_nothing(String signal)
      throws Exception {
    var process = audit("text");
    SwarmProcess.signal(process, signal);
    long asked = System.nanoTime();
    var ran = SwarmProcess.finish(process);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
    assertEquals(130, ran.code(), ran.err());
    assertTrue(ran.out().contains("1 subtask = 0 completed + 1 cancelled"), ran.out());
    assertTrue(ran.err().contains("stopping; once more ends at once"), ran.err());
    assertTrue(millis < 5_000, "it took " + millis + " ms");
    SlowTool.awaitGone();
    assertEquals(List.of(), swarm.workFolders());
  }

  @Test
  void the_stopped_run_is_kept() throws Exception {
    var process = audit("text");
    SwarmProcess.signal(process, "INT");
    var _ = SwarmProcess.finish(process);
    assertTrue(swarm.run("runs").out().contains("cancelled"));
  }

  @Test
  void a_second_signal_ends_it_even_while_nobody_reads_its_report() throws Exception {
    var fifo = folder.resolve("fifo");
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    var process = audit("text", "--output-file", fifo.toString());
    SwarmProcess.signal(process, "INT");
    assertFalse(process.waitFor(2, TimeUnit.SECONDS), "nobody has read the report");
    SwarmProcess.signal(process, "INT");
    assertTrue(process.waitFor(2, TimeUnit.SECONDS));
    assertEquals(130, process.exitValue());
    SlowTool.awaitGone();
  }

  @Test
  void a_stopped_recording_leaves_no_manifest() throws Exception {
    var into = folder.resolve("recording");
    var process = swarm.start(TERMINAL, "record", into.toString(), "--config", config);
    awaitTool(process);
    SwarmProcess.signal(process, "INT");
    assertEquals(130, SwarmProcess.finish(process).code());
    assertFalse(Files.exists(into.resolve("manifest.json")));
    SlowTool.awaitGone();
  }

  @Test
  void a_stopped_tool_leaves_nothing() throws Exception {
    var process = swarm.start(TERMINAL, "tools", "run", "slow", "--config", config);
    awaitTool(process);
    SwarmProcess.signal(process, "TERM");
    assertEquals(130, SwarmProcess.finish(process).code());
    SlowTool.awaitGone();
    assertEquals(List.of(), swarm.workFolders());
  }

  private Process audit(String format, String... more) throws Exception {
    var line =
        new java.util.ArrayList<>(
            List.of("audit", "--config", config, "--areas", "storage", "--output", format));
    line.addAll(List.of(more));
    var process = swarm.start(TERMINAL, line.toArray(String[]::new));
    awaitTool(process);
    return process;
  }

  private static void awaitTool(Process process) throws Exception {
    while (!SlowTool.runs()) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended: " + SwarmProcess.finish(process));
      }
    }
  }
}
