package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.Command.Sight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which capabilities root keeps in the sandbox: those needed to read (capabilities(7)), and what
 * the few programs need that read through an interface which wants more. The others lose them all:
 * root without {@code CAP_DAC_OVERRIDE}, {@code CAP_SYS_ADMIN}, {@code CAP_KILL}.
 */
final class Capabilities {
  private static final String READ_ANY_FILE = "CAP_DAC_READ_SEARCH";

  /** Needed for /proc/PID/fd, exe and wchan of other users' processes. */
  private static final String LOOK_INTO_PROCESSES = "CAP_SYS_PTRACE";

  private static final Map<String, List<String>> BY_PROGRAM =
      Map.ofEntries(
          Map.entry("dmesg", List.of("CAP_SYSLOG")), // with kernel.dmesg_restrict=1
          Map.entry("nft", List.of("CAP_NET_ADMIN")), // nfnetlink asks for it even to list
          Map.entry("iptables", List.of("CAP_NET_ADMIN", "CAP_NET_RAW")),
          Map.entry("iptables-save", List.of("CAP_NET_ADMIN", "CAP_NET_RAW")),
          Map.entry("ip6tables", List.of("CAP_NET_ADMIN", "CAP_NET_RAW")),
          Map.entry("ip6tables-save", List.of("CAP_NET_ADMIN", "CAP_NET_RAW")),
          Map.entry("ping", List.of("CAP_NET_RAW")),
          Map.entry("smartctl", List.of("CAP_SYS_RAWIO", "CAP_SYS_ADMIN")), // SG_IO, NVMe admin
          Map.entry("nvme", List.of("CAP_SYS_ADMIN")),
          Map.entry("dmsetup", List.of("CAP_SYS_ADMIN")), // /dev/mapper/control
          Map.entry("lvs", List.of("CAP_SYS_ADMIN")),
          Map.entry("vgs", List.of("CAP_SYS_ADMIN")),
          Map.entry("pvs", List.of("CAP_SYS_ADMIN")));

  private Capabilities() {}

  static List<String> kept(Path program, Command command) {
    List<String> kept = new ArrayList<>();
    kept.add(READ_ANY_FILE);
    if (command.sees().contains(Sight.PROCESSES)) {
      kept.add(LOOK_INTO_PROCESSES);
    }
    kept.addAll(BY_PROGRAM.getOrDefault(String.valueOf(program.getFileName()), List.of()));
    return kept;
  }
}
