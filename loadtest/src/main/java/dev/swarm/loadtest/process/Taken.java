package dev.swarm.loadtest.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has taken so far, as the kernel counts it; zero where there is no {@code /proc}.
 *
 * @param ownCpu processor time of its own threads, in ms
 * @param childCpu processor time of the programs that it started and that have ended, in ms
 * @param resident memory now, in bytes
 */
public record Taken(long ownCpu, long childCpu, long resident) {
  public static final Taken NOTHING = new Taken(0, 0, 0);

  private static final int MILLIS_PER_TICK = 10; // USER_HZ is 100 on every Linux
  private static final int UTIME = 11; // fields after the name in parentheses
  private static final String RESIDENT = "VmRSS:";

  /** Of the process {@code pid} until now. */
  public static Taken by(long pid) {
    try {
      var folder = Path.of("/proc", Long.toString(pid));
      var stat = Files.readString(folder.resolve("stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return new Taken(
          ticks(fields, UTIME), ticks(fields, UTIME + 2), resident(folder.resolve("status")));
    } catch (IOException gone) {
      return NOTHING;
    }
  }

  private static long ticks(String[] fields, int at) {
    return (Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) * MILLIS_PER_TICK;
  }

  private static long resident(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(RESIDENT))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(0);
  }

  /** What came to it since {@code before}; memory is what it is now. */
  public Taken since(Taken before) {
    return new Taken(
        Math.max(0, ownCpu - before.ownCpu), Math.max(0, childCpu - before.childCpu), resident);
  }

  /** One of {@code parts} that share it evenly. */
  public Taken share(int parts) {
    return new Taken(ownCpu / parts, childCpu / parts, resident / parts);
  }
}
