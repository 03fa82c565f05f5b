package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.Command.Sight;
import dev.swarm.tools.host.CommandResult.Exited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program sees the same in the sandbox as without it, given the sight it needs; not else. */
class SandboxRowsIT {
  @TempDir private Path work;
  private static final int TRIES = 8;

  private Sandbox bubblewrap = new Sandbox.None("not looked for yet");

  @BeforeEach
  void look_for_the_sandbox() throws IOException {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    bubblewrap = new SandboxProbe(work, root).get();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "df -PT -B1 -l,",
    "df -PTi -l,",
    "ss -Htulnp, NETWORK PROCESSES",
    "ip -j addr, NETWORK",
    "ip -j route, NETWORK",
    "lsblk -J -b,",
    "dmesg --syslog --buffer-size=4194304,",
    "getent passwd,",
    "find /usr/bin -perm -4000,",
    "stat -c %a%U /etc/shadow,",
    "uname -a,"
  })
  void rows_are_equal(String line, @org.jspecify.annotations.Nullable String sights)
      throws Exception {
    Set<Sight> sees =
        sights == null
            ? Set.of()
            : List.of(sights.split(" ", -1)).stream()
                .map(Sight::valueOf)
                .collect(Collectors.toSet());
    assumeUndistorted(line, sees);
    Sandbox none = new Sandbox.None("it is being tested");
    Set<String> bare = rows(none, line, sees);
    Set<String> boxed = rows(bubblewrap, line, sees);
    for (int tries = 1; tries < TRIES && !bare.equals(boxed); tries++) {
      bare = rows(none, line, sees); // others write to this disk too: it has to hold still once
      boxed = rows(bubblewrap, line, sees);
    }
    assertEquals(bare, boxed);
    assertFalse(bare.isEmpty(), "nothing to compare");
  }

  @Test
  void every_lasting_process_is_seen_with_its_owner_and_arguments() throws Exception {
    String line = "ps --no-headers -eo pid,ppid,user,nlwp,args";
    assumeUndistorted(line, Set.of(Sight.PROCESSES));
    Sandbox none = new Sandbox.None("it is being tested");
    Set<String> before = rows(none, line, Set.of(Sight.PROCESSES));
    Set<String> sandboxed = rows(bubblewrap, line, Set.of(Sight.PROCESSES));
    Set<String> lasting = rows(none, line, Set.of(Sight.PROCESSES));
    lasting.retainAll(before);
    lasting.removeIf(row -> row.matches("\\d+ 2 .*")); // threads of the kernel change their names
    assertFalse(lasting.isEmpty());
    lasting.removeAll(sandboxed);
    assertEquals(Set.of(), lasting, "not seen in the sandbox");
  }

  @Test
  void without_the_sight_a_program_is_blind() throws Exception {
    Sandbox none = new Sandbox.None("it is being tested");
    for (String line : List.of("ip -j addr", "ps -e --no-headers")) {
      assertNotEquals(rows(none, line, Set.of()), rows(bubblewrap, line, Set.of()));
    }
  }

  /** What only root sees truly; the sandbox itself says so. */
  private void assumeUndistorted(String line, Set<Sight> sees) {
    Optional<String> why = bubblewrap.distortion(command(line, sees));
    assumeTrue(why.isEmpty(), why.orElse(""));
  }

  private static Command command(String line, Set<Sight> sees) {
    return new Command(List.of(line.split(" ", -1)), 1, Duration.ofSeconds(20), 1 << 20, sees);
  }

  /** Lines, white space and file systems in memory aside: the sandbox has a /dev of its own. */
  private Set<String> rows(Sandbox sandbox, String line, Set<Sight> sees) {
    ProcessRunner runner = new ProcessRunner(work, () -> sandbox, 1);
    Exited exited = assertInstanceOf(Exited.class, runner.run(command(line, sees)));
    return (exited.stdout().text() + exited.stderr().text())
        .lines()
        .filter(row -> !row.contains("tmpfs"))
        .map(row -> row.strip().replaceAll("\\s+", " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
