package dev.swarm.agent.bench;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A machine whose answers a test sets, and changes between a first look and a second one. */
public final class Machine implements Host {
  public static final String DF =
      "df -l -B1 --output=source,fstype,size,used,avail,itotal,iused,iavail,target";
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final String name;
  private final Map<String, CommandResult> commands = new ConcurrentHashMap<>();
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> asked = new ConcurrentHashMap<>();

  public Machine(String name) {
    this.name = name;
  }

  /** A machine with one thing or another wrong; the lines that tests cite stand here. */
  public static Machine troubled() {
    return troubledAs("casehost");
  }

  /** As {@link #troubled}, by another name. */
  public static Machine troubledAs(String name) {
    return new Machine(name)
        .prints(
            DF,
            """
            Filesystem Type 1B-blocks Used Avail Inodes IUsed IFree Mounted on
            /dev/sda1 ext4 100000000000 60000000000 40000000000 1000000 100000 900000 /
            /dev/sdb1 ext4 100000000000 97600000000 2400000000 1000000 100000 900000 /var
            /dev/sdb2 ext4 100000000000 12000000000 88000000000 1000000 100000 900000 /var/log
            /dev/sdc1 ext4 50000000000 6000000000 44000000000 1000000 990000 10000 /home
            tmpfs tmpfs 8388608 8300000 88608 1000 10 990 /run/lock
            /dev/loop0 squashfs 1000000 1000000 0 100 100 0 /snap/core
            /dev/sdd1 ext4 2000000000000 1921000000000 79000000000 1000000 1000 999000 /srv
            """)
        .holds("/proc/loadavg", "9.37 9.12 9.05 3/512 4711\n")
        .holds(
            "/proc/meminfo",
            """
            MemTotal:       16777216 kB
            MemAvailable:    1258291 kB
            Hugetlb:               0 kB
            SwapTotal:             0 kB
            SwapFree:              0 kB
            """)
        .holds("/sys/devices/system/cpu/online", "0-3\n")
        .holds("/proc/uptime", "864000.00 100.00\n")
        .prints(
            "bench-units",
            """
            UNIT STATE RESTARTS SINCE
            nginx.service failed 0 3d
            nginx-exporter.service active 2 9d
            backup.service failed 1 311000s
            mailer.service failed 0 2h
            worker.service active 12 40s
            cron.service active 5 9d
            """)
        .prints(
            "bench-ps",
            """
            PID STATE RSS PARENT COMMAND
            12 S 1000 systemd java
            123 S 14680064 systemd java
            200 Z 0 shepherd lamb
            201 Z 0 shepherd lamb
            202 Z 0 shepherd lamb
            300 S 2048 init shepherd
            301 S 2048 init sheep
            """)
        .prints(
            "app-log",
            """
            2026-11-20T10:00:00Z casehost orders[871]: could not reach db-2.example.org:5432: Connection refused
            2026-11-20T10:00:05Z casehost orders[871]: retry 3 of 10 in 5 s
            2026-11-20T10:01:00Z casehost payments[90]: certificate of api.example.org expires in 2 days
            2026-11-20T10:02:00Z casehost orders[871]: retry 3 of 10 in 5 s
              at Orders.connect(Orders.java:42)
            """)
        .prints(
            "app-settings nginx.service",
            """
            worker_connections 16;
            error_log off;
            """)
        .prints(
            "bench-disks",
            """
            DISK TEMP ERRORS RATE AGE
            sda 64 0 120000000 90d
            sda1 41 7 1200 3d
            sdb 38 0 0 1000d
            sdz 99 9 9 9d
            nvme0n1 71 0 250 2h
            """)
        .answers(
            "bench-limits",
            new CommandResult.Exited(
                3, text("open 7\n"), text("cannot read limits: permission\n"), Duration.ZERO))
        .answers(
            "bench-hang",
            new CommandResult.Broken(
                Failure.TIMED_OUT,
                "timeout",
                text("open 7\n"),
                Output.EMPTY,
                Duration.ofSeconds(5)))
        .prints("bench-garbage", "%%%% 17\n")
        .prints("bench-pair#1", "reads 100\nwrites 7\n")
        .prints("bench-pair#2", "reads 250\nwrites 7\n")
        .answers(
            "bench-quiet",
            new CommandResult.Exited(1, text("no limits found\n"), Output.EMPTY, Duration.ZERO));
  }

  private static Output text(String text) {
    return new Output(text, 0);
  }

  /** From now on this command line prints that; {@code line#2} is the second sample. */
  public Machine prints(String line, String stdout) {
    return answers(
        line, new CommandResult.Exited(0, text(stdout), Output.EMPTY, Duration.ofMillis(3)));
  }

  /** From now on this command line answers so. */
  public Machine answers(String line, CommandResult result) {
    commands.put(line, result);
    return this;
  }

  /** From now on this file holds that. */
  public Machine holds(String path, String content) {
    files.put(path, content);
    return this;
  }

  /** Changes what is printed for this line. */
  public Machine turns(String line, String was, String is) {
    var old = ((CommandResult.Exited) commands.get(line)).stdout().text();
    if (!old.contains(was)) {
      throw new IllegalArgumentException(line + " does not print " + was);
    }
    return prints(line, old.replace(was, is));
  }

  /** How often a command line was run, or a file read. */
  public int asked(String what) {
    return asked.getOrDefault(what, 0);
  }

  /** How often each was, so far. */
  public Map<String, Integer> asked() {
    return new HashMap<>(asked);
  }

  @Override
  public Platform platform() {
    return Platform.LINUX;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean root() {
    return true;
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public void pause(Duration interval) {}

  @Override
  public CommandResult run(Command command) {
    var line = String.join(" ", command.argv());
    var _ = asked.merge(line, 1, Integer::sum);
    var paired = commands.get(line + "#" + command.sample());
    var result = paired != null ? paired : commands.get(line);
    return result != null
        ? result
        : new CommandResult.NotStarted(Failure.UNLISTED, "nobody said what " + line + " prints");
  }

  @Override
  public Optional<Failure> missing(String program) {
    return Optional.empty();
  }

  @Override
  public FileResult read(Path file, int sample) {
    var _ = asked.merge(file.toString(), 1, Integer::sum);
    var content = files.get(file.toString());
    return content != null
        ? new FileResult.Content(text(content))
        : new FileResult.Failed(Failure.ABSENT, file + " is not there");
  }

  @Override
  public DirectoryResult list(Path directory) {
    return new DirectoryResult.Failed(Failure.ABSENT, directory + " is not there");
  }

  /** The tools that a bench calls at first, in this order: {@code r1}, {@code r2} … */
  public static List<String> tools() {
    return List.of(
        "filesystems",
        "load-average",
        "memory",
        "bench-units",
        "bench-processes",
        "app-log",
        "app-settings",
        "bench-disks",
        "bench-limits",
        "bench-hang",
        "bench-garbage",
        "bench-pair",
        "bench-quiet",
        "no-such-tool");
  }
}
