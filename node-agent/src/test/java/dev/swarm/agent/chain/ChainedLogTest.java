package dev.swarm.agent.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainedLogTest {
  @TempDir private Path folder;

  @Test
  void what_was_appended_is_there_after_a_restart() throws Exception {
    var file = folder.resolve("a.log");
    var first = Chains.open(file).log();
    var _ = first.append(List.of("{\"a\":1}", "{\"a\":2}")).join();
    first.close();
    var second = Chains.open(file).log();
    var _ = second.append(List.of("{\"a\":3}")).join();
    second.close();
    var contents = Chains.read(file);
    assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"), contents.bodies());
    assertEquals(Optional.empty(), contents.damage());
  }

  @Test
  void a_line_is_pinned() {
    var one = Link.START.next("{\"a\":1}");
    assertEquals(
        "{\"n\":1,\"body\":{\"a\":1},\"chain\":"
            + "\"a3986538523d7ef28be6ef88d4ea1bfac603f7af58df4371f8e0e134424880ea\"}",
        one.line("{\"a\":1}"));
  }

  @Test
  void lines_of_many_threads_are_all_there_in_one_chain() throws Exception {
    var file = folder.resolve("a.log");
    var log = Chains.open(file).log();
    var all = new ArrayList<CompletableFuture<Void>>();
    IntStream.range(0, 8)
        .mapToObj(thread ->
            Thread.ofVirtual()
                .start(() -> {
                  for (int i = 0; i < 50; i++) {
                    var done = log.append(List.of("{\"t\":" + thread + "}"));
                    synchronized (all) {
                      all.add(done);
                    }
                  }
                }))
        .toList()
        .forEach(ChainedLogTest::join);
    all.forEach(CompletableFuture::join);
    log.close();
    var contents = Chains.read(file);
    assertEquals(400, contents.bodies().size());
    assertEquals(Optional.empty(), contents.damage());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_file_cut_anywhere_goes_on_from_its_last_whole_line() throws Exception {
    var file = folder.resolve("a.log");
    var log = Chains.open(file).log();
    var _ = log.append(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}")).join();
    log.close();
    var whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      int lines =
          (int)
              new String(whole, 0, length, java.nio.charset.StandardCharsets.UTF_8)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      var opened = Chains.open(file);
      var _ = opened.log().append(List.of("{\"a\":9}")).join();
      opened.log().close();
      var contents = Chains.read(file);
      assertEquals(Optional.empty(), contents.damage(), "cut at " + length);
      assertEquals(lines + 1, contents.bodies().size(), "cut at " + length);
      assertEquals("{\"a\":9}", contents.bodies().getLast());
    }
  }

  @Test
  void another_chain_takes_its_place_at_once() throws Exception {
    var file = folder.resolve("a.log");
    var log = Chains.open(file).log();
    var _ = log.append(List.of("{\"a\":1}", "{\"a\":2}")).join();
    var _ = log.replace(List.of("{\"b\":1}")).join();
    var _ = log.append(List.of("{\"b\":2}")).join();
    log.close();
    assertEquals(List.of("{\"b\":1}", "{\"b\":2}"), Chains.read(file).bodies());
    assertEquals(Optional.empty(), Chains.read(file).damage());
  }

  @Test
  void one_that_could_not_take_its_place_changes_nothing() throws Exception {
    var file = folder.resolve("a.log");
    var log = Chains.open(file).log();
    var _ = log.append(List.of("{\"a\":1}")).join();
    Files.createDirectories(folder.resolve("a.log.next").resolve("in-the-way"));
    assertThrows(CompletionException.class, log.replace(List.of("{\"b\":1}"))::join);
    assertTrue(log.trouble().orElseThrow().startsWith("could not write " + file));
    var _ = log.append(List.of("{\"a\":2}")).join();
    assertEquals(Optional.empty(), log.trouble());
    log.close();
    assertEquals(List.of("{\"a\":1}", "{\"a\":2}"), Chains.read(file).bodies());
  }

  @Test
  void a_new_file_that_was_ready_when_the_process_died_takes_its_place() throws Exception {
    var file = folder.resolve("a.log");
    var log = Chains.open(file).log();
    var _ = log.append(List.of("{\"a\":1}")).join();
    log.close();
    Files.move(file, folder.resolve("a.log.next"));
    Chains.open(file).log().close();
    assertEquals(List.of("{\"a\":1}"), Chains.read(file).bodies());
  }

  @Test
  void nothing_is_taken_after_the_end() throws Exception {
    var log = Chains.open(folder.resolve("a.log")).log();
    log.close();
    log.close();
    assertThrows(CompletionException.class, log.append(List.of("{}"))::join);
  }
}
