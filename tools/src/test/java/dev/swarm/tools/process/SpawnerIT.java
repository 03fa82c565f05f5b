package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs by the one thread of ours: it tells all that happens, and leaves nothing behind. */
class SpawnerIT {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;
  private Launches launches = Launches.in(Path.of("/"));
  private List<String> open = List.of();

  @BeforeEach
  void look_at_what_is_open() {
    launches = Launches.in(folder);
    assertTrue(Spawner.ifPossible().isPresent(), "this machine has what it needs");
    open = OpenFiles.now();
  }

  @AfterEach
  void nothing_is_left() throws IOException {
    Patience.upTo(SOON, () -> OpenFiles.now().equals(open));
    assertEquals(open, OpenFiles.now());
    assertEquals(List.of(), new Survivors(folder.toString()).after(SOON));
  }

  @Test
  void exit_statuses_are_told_and_signals_as_128_more() throws Exception {
    assertEquals(0, launches.finish("/bin/true").exit());
    assertEquals(255, launches.finish("/bin/sh", "-c", "exit 255").exit());
    assertEquals(137, launches.finish("/bin/sh", "-c", "kill -KILL $$").exit());
    assertEquals(139, launches.finish("/bin/sh", "-c", "kill -SEGV $$").exit());
    assertEquals(4, launches.over().get());
  }

  @Test
  void what_cannot_be_started_is_told_with_whose_fault_it_is() throws Exception {
    assertEquals(Failure.ABSENT, failure(folder.resolve("missing").toString()));
    assertEquals(Failure.DENIED, failure(file("closed", "#!/bin/sh\n", "rw-r--r--")));
    assertEquals(Failure.DENIED, failure(folder.toString()));
    assertEquals(Failure.BROKEN, failure(file("text", "echo shell\n", "rwxr-xr-x")));
    assertEquals(Failure.ABSENT, failure(file("script", "#!/no/interpreter\n", "rwxr-xr-x")));
    assertEquals(Failure.BROKEN, failure("/bin/echo", "a\0b"));
    assertEquals(Failure.BROKEN, failure("/bin/echo", "x".repeat(4 * MEBIBYTE)));
    assertEquals(7, launches.over().get());
  }

  @Test
  void a_mebibyte_on_both_streams_comes_whole() throws Exception {
    Running running =
        launches.finish(
            "/bin/sh", "-c", "head -c 1048576 /dev/zero >&2 & head -c 1048576 /dev/zero; wait");
    assertEquals(MEBIBYTE, running.stdout().total());
    assertEquals(MEBIBYTE, running.stderr().total());
    assertEquals(0, running.stdout().output().omitted());
  }

  @Test
  void a_program_that_closed_its_streams_is_waited_for() throws Exception {
    Running running = launches.finish("/bin/sh", "-c", "exec >&- 2>&-; sleep 0.3; exit 7");
    assertEquals(7, running.exit());
  }

  @Test
  void a_survivor_that_holds_a_stream_does_not_hold_up_the_news_of_the_end() throws Exception {
    Running running = launches.start("/bin/sh", "-c", "echo $$; (sleep 1000; echo late) & exit 5");
    assertTrue(running.ended(Launches.PLENTY));
    assertEquals(5, running.exit());
    running.awaitDrained(Duration.ofMillis(50));
    assertEquals(0, launches.over().get(), "more can come");
    long session = Long.parseLong(Launches.stdout(running).strip());
    new Kernel().signal(-session, Kernel.SIGKILL);
    running.awaitDrained(Launches.PLENTY);
    assertEquals(1, launches.over().get());
  }

  @Test
  void a_child_that_is_gone_is_signalled_no_more() throws Exception {
    Running running = launches.start("/bin/sleep", "1000");
    Child child = running.child();
    assertTrue(child.alive());
    assertTrue(child.handle().isPresent());
    assertFalse(running.ended(Duration.ofMillis(20)));
    child.terminate();
    assertEquals(143, Launches.finished(running).exit());
    assertFalse(child.alive());
    assertTrue(child.handle().isEmpty());
    child.ifThere(pid -> {
      throw new AssertionError("it is another's by now");
    });
    child.kill();
  }

  @Test
  void what_goes_wrong_with_one_program_is_told_to_its_caller_alone() throws Exception {
    Launch sleep = launches.of("/bin/sleep", "1000");
    Running odd =
        Launches.spawner()
            .start(
                new Launch(
                    sleep.argv(),
                    sleep.environment(),
                    folder,
                    1,
                    pid -> {
                      throw new IllegalStateException("odd");
                    },
                    sleep.afterwards()));
    Running other = launches.start("/bin/echo", "fine");
    assertEquals("odd", assertThrows(StartFailure.class, odd::child).getMessage());
    assertThrows(StartFailure.class, () -> odd.ended(Launches.PLENTY));
    assertEquals("fine\n", Launches.stdout(Launches.finished(other)));
  }

  @Test
  void the_thread_outlives_an_error_of_what_comes_afterwards() throws Exception {
    for (String program : List.of("/bin/echo", "/bin/no-such-program")) {
      Launch launch = launches.of(program);
      Running odd =
          Launches.spawner()
              .start(
                  new Launch(
                      launch.argv(),
                      launch.environment(),
                      folder,
                      100,
                      launch.started(),
                      () -> {
                        throw new AssertionError("odd");
                      }));
      assertThrows(StartFailure.class, () -> odd.ended(Launches.PLENTY));
      odd.awaitDrained(Launches.PLENTY);
      assertEquals("fine\n", Launches.stdout(launches.finish("/bin/echo", "fine")));
    }
  }

  @Test
  void hundreds_through_a_few_slots_leave_no_file_and_no_zombie() throws Exception {
    int programs = 500;
    Semaphore slots = new Semaphore(8);
    List<Future<String>> outputs = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < programs; n++) {
        String text = "program " + n;
        outputs.add(
            callers.submit(() -> {
              slots.acquire();
              try {
                return Launches.stdout(launches.finish("/bin/echo", text));
              } finally {
                slots.release();
              }
            }));
      }
    }
    for (int n = 0; n < programs; n++) {
      assertEquals("program " + n + "\n", outputs.get(n).get());
    }
    assertEquals(programs, launches.over().get());
  }

  private Failure failure(String... argv) {
    Running running = launches.start(argv);
    assertThrows(StartFailure.class, () -> running.ended(Launches.PLENTY));
    running.awaitDrained(Launches.PLENTY);
    return assertThrows(StartFailure.class, running::child).why();
  }

  private String file(String name, String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions))
        .toString();
  }
}
