package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that begins when the kernel gives no further file descriptor. */
class WatchIT {
  private static final int RLIMIT_NOFILE = 7;

  private final Memory limits = Memory.of(2 * Long.BYTES);
  private final Gear gear = Gear.of(new Kernel());
  private final PollSet set = new PollSet();
  private final Launches launches = Launches.in(Path.of("/"));
  private long usual;

  @TempDir private Path folder;

  /** All is used once before files are scarce, since classes are files too. */
  @BeforeEach
  void use_all_once() throws Exception {
    long _ = LibC.call(LibC.find("getrlimit"), RLIMIT_NOFILE, limits.address());
    usual = limits.bytes().getLong(0);
    assertEquals("fine\n", ended(begun("/bin/echo", pid -> limit(usual))));
    assertEquals(Failure.ABSENT, failure(begun("/bin/no-such-program", pid -> {})));
  }

  @Test
  void one_whose_end_the_kernel_does_not_tell_is_asked() throws Exception {
    Begun begun = begun("/bin/echo", pid -> limit(0));
    limit(usual);
    assertTrue(begun.watch().unwatched());
    assertEquals("fine\n", ended(begun));
    assertEquals(2 + 1, launches.over().get());
  }

  @Test
  void one_for_which_there_is_no_pipe_is_not_started() {
    List<String> open = OpenFiles.now();
    limit(0);
    Begun begun = begun("/bin/echo", pid -> {});
    limit(usual);
    assertEquals(Failure.BROKEN, failure(begun));
    assertTrue(looked(begun));
    assertEquals(2 + 1, launches.over().get());
    assertEquals(open, OpenFiles.now());
  }

  /** A program with what its caller is told. */
  private record Begun(Watch watch, Spawned told) {}

  private Begun begun(String program, LongConsumer started) {
    Launch launch =
        new Launch(
            List.of(program, "fine"),
            Map.of(),
            folder,
            1000,
            started,
            launches.over()::incrementAndGet);
    Spawned told = new Spawned(1000);
    Watch watch = new Watch(launch, new EncodedLaunch(launch), told);
    watch.begin(gear);
    return new Begun(watch, told);
  }

  private String ended(Begun begun) throws Exception {
    Patience.upTo(Launches.PLENTY, () -> looked(begun));
    assertTrue(begun.told().ended(Duration.ZERO));
    assertEquals(0, begun.told().exit());
    return Launches.stdout(begun.told());
  }

  private static Failure failure(Begun begun) {
    return assertThrows(StartFailure.class, () -> begun.told().child()).why();
  }

  private boolean looked(Begun begun) {
    set.clear();
    begun.watch().enlist(set);
    assertTrue(set.await(10));
    begun.watch().look(set, 0, gear);
    return begun.watch().over();
  }

  /** Of the number that a new file may have; those that are open stay. */
  private void limit(long files) {
    limits.bytes().putLong(0, files);
    assertEquals(0, (int) LibC.call(LibC.find("setrlimit"), RLIMIT_NOFILE, limits.address()));
  }
}
