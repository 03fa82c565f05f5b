package dev.swarm.tools.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code /proc} tells of children and their environment (proc_pid_stat(5)). */
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");
  private static final int STATE = 0;
  private static final int GROUP = 2;
  private static final int SESSION = 3;
  private static final int START_TIME = 19;

  private ProcessTable() {}

  /**
   * A process at a moment.
   *
   * @param state as in ps: R, S, Z …
   * @param group its process group
   * @param session its session, named by the process that made it
   * @param startTicks after boot, in 1/100 s
   */
  record Entry(long pid, char state, long group, long session, long startTicks) {
    boolean dead() {
      return state == 'Z' || state == 'X';
    }
  }

  static Optional<Entry> entry(long pid) {
    return read(PROC.resolve(pid + "/stat"))
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
        .map(fields -> entry(pid, fields));
  }

  private static Entry entry(long pid, String[] fields) {
    return new Entry(
        pid,
        fields[STATE].charAt(0),
        Long.parseLong(fields[GROUP]),
        Long.parseLong(fields[SESSION]),
        Long.parseLong(fields[START_TIME]));
  }

  /** Whether the kernel lists the children of each thread (CONFIG_PROC_CHILDREN). */
  static boolean listsChildren(long pid) {
    return Files.exists(PROC.resolve(pid + "/task/" + pid + "/children"));
  }

  /** Children of the main thread: its own, those of threads that ended, and adopted orphans. */
  static List<Long> childrenOfLeader(long pid) {
    return read(PROC.resolve(pid + "/task/" + pid + "/children"))
        .map(ProcessTable::numbers)
        .orElseGet(() -> childrenByScan(pid));
  }

  /** Children of all threads of a process. */
  static List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    try (var tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
      for (Path task : tasks) {
        read(task.resolve("children")).map(ProcessTable::numbers).ifPresent(children::addAll);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return children; // it ended meanwhile
    }
    return children;
  }

  /** Adds a process and its descendants. */
  static void addTree(long pid, Set<Long> members) {
    if (members.add(pid)) {
      children(pid).forEach(child -> addTree(child, members));
    }
  }

  static boolean environmentHas(long pid, String assignment) {
    return read(PROC.resolve(pid + "/environ"))
        .map(environment -> ('\0' + environment).contains('\0' + assignment + '\0'))
        .orElse(false);
  }

  /** Children by a look at every process: slower, and never short of one that lives throughout. */
  static List<Long> childrenByScan(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .toList();
  }

  private static List<Long> numbers(String text) {
    return text.isBlank()
        ? List.of()
        : java.util.Arrays.stream(text.strip().split(" ")).map(Long::valueOf).toList();
  }

  private static Optional<String> read(Path file) {
    try (var in = new FileInputStream(file.toString())) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
