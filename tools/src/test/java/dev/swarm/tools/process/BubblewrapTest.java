package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.Command.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BubblewrapTest {
  private static final SecretPlaces SECRETS =
      new SecretPlaces(List.of(Path.of("/etc/shadow")), List.of(Path.of("/root/.ssh")));

  @Test
  void a_command_that_needs_nothing_sees_nothing() {
    assertEquals(
        "/usr/bin/bwrap --die-with-parent --new-session --unshare-pid --unshare-uts --ro-bind / /"
            + " --unshare-ipc --unshare-cgroup-try --proc /proc --unshare-net"
            + " --dev /dev --size 67108864 --tmpfs /w --remount-ro /dev"
            + " --ro-bind /dev/null /etc/shadow --tmpfs /root/.ssh --remount-ro /root/.ssh"
            + " --chdir /w --cap-drop ALL --cap-add CAP_DAC_READ_SEARCH -- /usr/bin/uptime -l",
        wrapped(true, "uptime", Set.of()));
  }

  @Test
  void the_process_namespace_is_always_ones_own() {
    String arguments = wrapped(true, "df", Set.of(Sight.values()));
    assertTrue(arguments.contains("--unshare-pid"));
    assertTrue(arguments.contains("--die-with-parent"));
    assertTrue(arguments.contains("--ro-bind / /"));
  }

  @Test
  void each_sight_opens_only_what_it_names() {
    String processes = wrapped(true, "ps", Set.of(Sight.PROCESSES));
    assertFalse(processes.contains("--proc"));
    assertTrue(processes.contains("CAP_SYS_PTRACE"));
    assertTrue(processes.contains("--unshare-net"));
    String network = wrapped(true, "ss", Set.of(Sight.NETWORK));
    assertFalse(network.contains("--unshare-net"));
    assertTrue(network.contains("--proc /proc"));
    String devices = wrapped(true, "lsblk", Set.of(Sight.DEVICES));
    assertTrue(devices.contains("--dev-bind /dev /dev"));
    assertTrue(devices.contains("--unshare-net"));
  }

  @Test
  void only_the_programs_that_need_it_keep_more_capabilities() {
    assertTrue(wrapped(true, "nft", Set.of(Sight.NETWORK)).contains("CAP_NET_ADMIN"));
    assertFalse(wrapped(true, "ip", Set.of(Sight.NETWORK)).contains("CAP_NET_ADMIN"));
    assertTrue(wrapped(true, "smartctl", Set.of(Sight.DEVICES)).contains("CAP_SYS_RAWIO"));
    assertFalse(wrapped(true, "lsblk", Set.of(Sight.DEVICES)).contains("CAP_SYS_ADMIN"));
  }

  @Test
  void without_root_there_are_no_capabilities_to_drop_and_owners_are_distorted() {
    assertFalse(wrapped(false, "ps", Set.of(Sight.PROCESSES)).contains("--cap-"));
    assertTrue(box(false).distortion(command("ps", Set.of(Sight.PROCESSES))).isPresent());
    assertTrue(box(false).distortion(command("find", Set.of())).isPresent());
    assertTrue(box(false).distortion(command("df", Set.of())).isEmpty());
    assertTrue(box(true).distortion(command("ps", Set.of(Sight.PROCESSES))).isEmpty());
  }

  @Test
  void secrets_are_hidden_from_all_but_programs_that_look_at_accounts_or_permissions() {
    for (String program : List.of("passwd", "stat", "ls", "find")) {
      assertFalse(wrapped(true, program, Set.of()).contains("/etc/shadow"), program);
    }
    for (String program : List.of("grep", "cat", "journalctl", "tail")) {
      assertTrue(wrapped(true, program, Set.of()).contains("/etc/shadow"), program);
    }
  }

  private static Bubblewrap box(boolean root) {
    return new Bubblewrap(Path.of("/usr/bin/bwrap"), root, true, SECRETS);
  }

  private static String wrapped(boolean root, String program, Set<Sight> sees) {
    Path path = Path.of("/usr/bin", program);
    return String.join(" ", box(root).wrap(path, command(program, sees), Path.of("/w")));
  }

  private static Command command(String program, Set<Sight> sees) {
    return new Command(List.of(program, "-l"), 1, Duration.ofSeconds(1), 100, sees);
  }
}
