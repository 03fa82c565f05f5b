package dev.swarm.tools.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.process.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the live host does not wait for, and who it says it is. */
class LiveHostIT {
  @TempDir private Path folder;

  @Test
  void a_pipe_that_nobody_writes_to_is_refused_and_not_opened() {
    LiveHost host = new LiveHost(folder.resolve("work"), () -> new Sandbox.None("it is a test"));
    String pipe = folder.resolve("pipe").toString();
    assertEquals(0, exited(host, "mkfifo", pipe).exit());
    FileResult.Failed failed =
        assertInstanceOf(FileResult.Failed.class, host.read(Path.of(pipe), 1));
    assertEquals(Failure.BROKEN, failed.why());
    assertEquals(
        "could not read " + pipe + ": it is a pipe, a socket or a device", failed.detail());
  }

  @Test
  void the_host_is_root_when_id_says_so() {
    LiveHost host = LiveHost.sandboxed(folder.resolve("work"));
    assertEquals(host.root(), exited(host, "id", "-u").stdout().text().equals("0\n"));
    assertTrue(host.sandbox().contained(), host.sandbox().description());
    assertEquals(Platform.LINUX, host.platform());
    assertEquals(exited(host, "uname", "-n").stdout().text().strip(), host.name());
  }

  private static CommandResult.Exited exited(LiveHost host, String... argv) {
    Command command = new Command(List.of(argv), 1, Duration.ofSeconds(20), 1000, Set.of());
    return assertInstanceOf(CommandResult.Exited.class, host.run(command));
  }
}
