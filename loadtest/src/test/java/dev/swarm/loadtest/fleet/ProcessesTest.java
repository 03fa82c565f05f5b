package dev.swarm.loadtest.fleet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.loadtest.process.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of a load test that cannot begin ends, and says why: nobody waits for it for ever. */
class ProcessesTest {
  @TempDir Path folder;

  private String complaint(Keys keys, int heap, String tasks) throws IOException {
    var arguments =
        List.of(
            "nodes=1",
            "tasks=" + tasks,
            "rounds=60",
            "think=0ms",
            "seed=1",
            "keys=" + keys.folder(),
            "state=" + folder.resolve("state"),
            "process=1",
            "first=1",
            "last=1",
            "at=127.0.0.1:1",
            "members=127.0.0.1:1",
            "router=http://127.0.0.1:1",
            "model=m",
            "mind=model",
            "warm-up=0",
            "capacity=1",
            "sandbox=off");
    try (var child =
        Child.start("agents", LoadNodes.class, heap, folder, arguments, here -> here)) {
      return String.valueOf(assertThrows(IOException.class, child::line).getMessage());
    }
  }

  @Test
  void who_has_no_key_says_so_and_ends() throws IOException {
    var said = complaint(new Keys(folder.resolve("nowhere")), 64, "1");
    assertTrue(said.contains("the process agents ended"), said);
    assertTrue(said.contains("Exception"), said);
  }

  @Test
  void who_has_no_room_for_its_tools_says_so_and_ends() throws IOException {
    var keys = new Keys(folder.resolve("keys"));
    keys.make(1, 1);
    var said = complaint(keys, 64, "2000");
    assertTrue(said.contains("OutOfMemoryError"), said);
  }
}
