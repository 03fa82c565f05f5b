package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.DirectoryResult.Entry;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code /proc/[pid]} into columns, as proc(5) describes it: no process is spawned. A process
 * that ends while it is read is left out.
 */
final class ProcessSource {
  private static final double TICKS_PER_SECOND = 100; // USER_HZ of every Linux port in use
  private static final long PAGE = 4096;

  /** A process younger than this, in seconds, cannot have been blocked for long. */
  private static final double SHORT = 120;

  private final Host host;
  private final int sample;
  private final List<Gap> gaps = new ArrayList<>();
  private int denied;

  private ProcessSource(Host host, int sample) {
    this.host = host;
    this.sample = sample;
  }

  static Reading read(Host host, String reader, int sample) {
    return switch (host.list(Path.of("/proc"))) {
      case DirectoryResult.Failed(var why, var detail) ->
          new Reading.None(List.of("/proc"), why, detail, "");
      case DirectoryResult.Listing(var entries) ->
          new ProcessSource(host, sample).read(reader, pids(entries));
    };
  }

  private static List<String> pids(List<Entry> entries) {
    return entries.stream()
        .map(Entry::name)
        .filter(name -> !name.isEmpty() && name.chars().allMatch(Character::isDigit))
        .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
        .toList();
  }

  private Reading read(String reader, List<String> pids) {
    if (pids.isEmpty()) {
      return new Reading.None(List.of("/proc"), Failure.ABSENT, "/proc lists no process", "");
    }
    var text = new StringBuilder();
    switch (reader) {
      case "processes" -> processes(pids, text);
      case "open-deleted" -> pids.forEach(pid -> openDeleted(pid, text));
      case "descriptors" -> pids.forEach(pid -> descriptors(pid, text));
      default -> throw new IllegalStateException("the loader let the reader " + reader + " pass");
    }
    if (denied > 0) {
      gaps.add(
          new Gap(
              ToolResult.Blind.PRIVILEGE,
              denied + " of " + pids.size() + " processes belong to others and need root"));
    }
    return new Reading.Text(List.of("/proc/[pid] (" + reader + ")"), text.toString(), "", 0, gaps);
  }

  private void processes(List<String> pids, StringBuilder text) {
    double uptime =
        content("/proc/uptime").map(line -> Double.parseDouble(line.split(" ")[0])).orElse(0.0);
    var names = users();
    var all = new LinkedHashMap<String, ProcessStat>();
    for (var pid : pids) {
      content("/proc/" + pid + "/stat")
          .flatMap(ProcessStat::parse)
          .ifPresent(stat -> all.put(pid, stat));
    }
    var blocked = new BlockedTime(all, pid -> content("/proc/" + pid + "/sched"));
    all.forEach((pid, stat) -> process(pid, stat, all, blocked, uptime, names, text));
  }

  private void process(
      String pid,
      ProcessStat stat,
      Map<String, ProcessStat> all,
      BlockedTime blocked,
      double uptime,
      Map<String, String> names,
      StringBuilder text) {
    double elapsed = Math.max(0, uptime - stat.startTicks() / TICKS_PER_SECOND);
    var uid =
        content("/proc/" + pid + "/status")
            .flatMap(status ->
                status
                    .lines()
                    .filter(line -> line.startsWith("Uid:"))
                    .map(line -> line.split("\\s+")[1])
                    .findFirst())
            .orElse("?");
    var wchan =
        stat.state().equals("D")
            ? content("/proc/" + pid + "/wchan").map(String::strip).orElse("?")
            : "-";
    text.append(
        String.format(
            Locale.ROOT,
            "%s %s %s %.0f %.2f %s %d %s %s %s %s %s%n",
            pid,
            stat.ppid(),
            stat.state(),
            elapsed,
            stat.cpuTicks() / TICKS_PER_SECOND,
            stat.threads(),
            stat.residentPages() * PAGE,
            stat.state().equals("D") && elapsed > SHORT ? blocked.of(pid) : "-",
            names.getOrDefault(uid, uid),
            wchan.isEmpty() ? "-" : wchan,
            all.containsKey(stat.ppid()) ? word(all.get(stat.ppid()).command()) : "-",
            stat.command()));
  }

  private Map<String, String> users() {
    var names = new HashMap<String, String>();
    content("/etc/passwd")
        .ifPresent(all ->
            all.lines()
                .map(line -> line.split(":"))
                .filter(columns -> columns.length > 2)
                .forEach(columns -> names.putIfAbsent(columns[2], columns[0])));
    return names;
  }

  /** The size of a link under {@code fd} is that of the file behind it. */
  private void openDeleted(String pid, StringBuilder text) {
    for (var entry : descriptorsOf(pid).orElse(List.of())) {
      var target = entry.target().orElse("");
      if (target.startsWith("/") && target.endsWith(" (deleted)") && !inMemory(target)) {
        text.append(pid)
            .append(' ')
            .append(command(pid))
            .append(' ')
            .append(entry.size())
            .append(' ')
            .append(target, 0, target.length() - " (deleted)".length())
            .append('\n');
      }
    }
  }

  private static boolean inMemory(String target) {
    return target.startsWith("/memfd:")
        || target.startsWith("/dev/shm/")
        || target.startsWith("/SYSV")
        || target.startsWith("/dev/zero")
        || target.startsWith("/[aio]");
  }

  private void descriptors(String pid, StringBuilder text) {
    descriptorsOf(pid)
        .ifPresent(open ->
            content("/proc/" + pid + "/limits")
                .flatMap(ProcessSource::softLimit)
                .ifPresent(limit ->
                    text.append(pid)
                        .append(' ')
                        .append(command(pid))
                        .append(' ')
                        .append(open.size())
                        .append(' ')
                        .append(limit)
                        .append('\n')));
  }

  private static Optional<String> softLimit(String limits) {
    return limits
        .lines()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> line.substring("Max open files".length()).strip().split("\\s+")[0])
        .findFirst();
  }

  private Optional<List<Entry>> descriptorsOf(String pid) {
    return switch (host.list(Path.of("/proc/" + pid + "/fd"))) {
      case DirectoryResult.Listing(var entries) -> Optional.of(entries);
      case DirectoryResult.Failed(var why, _) -> {
        denied += why == Failure.DENIED ? 1 : 0;
        yield Optional.empty();
      }
    };
  }

  private String command(String pid) {
    return content("/proc/" + pid + "/comm").map(ProcessSource::word).orElse("?");
  }

  private static String word(String name) {
    return name.strip().replace(' ', '_');
  }

  private Optional<String> content(String path) {
    return switch (host.read(Path.of(path), sample)) {
      case FileResult.Content(var output) -> Optional.of(output.text());
      case FileResult.Failed(var why, var detail) -> {
        if (why == Failure.TIMED_OUT || why == Failure.UNLISTED) {
          gaps.add(new Gap(ToolResult.blindness(why), detail));
        }
        yield Optional.empty();
      }
    };
  }
}
