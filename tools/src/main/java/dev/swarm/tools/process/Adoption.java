package dev.swarm.tools.process;

import dev.swarm.tools.process.ProcessTable.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Orphans come back to us. A program that runs without a sandbox may leave daemons behind; Linux
 * then makes them children of this process ({@code PR_SET_CHILD_SUBREAPER}), where they are found,
 * ended and taken off the process table.
 *
 * <p>An orphan belongs to the call in whose program's session it is, which nobody can enter from
 * outside (setsid(2), setpgid(2)); else to the call whose marker stands in its environment, which
 * cannot be read any more while it ends. One that has left its session and shed every living call's
 * marker belongs to whichever call ends first of those that were running when it started: no honest
 * probe does both. Direct children are left to whoever started and waits for them.
 *
 * <p>The kernel keeps this per process, and so does this class.
 */
final class Adoption {
  /** The environment variable that carries a call's marker. */
  static final String MARKER = "SWARM_CALL";

  /** Against one that forks and dies without end: so often it does not show itself only dead. */
  private static final int ROUNDS = 50;

  /** No process and no session is called so. */
  private static final long NOT_STARTED = -1;

  private static Optional<Adoption> ofThisProcess = Optional.empty();

  private final long self = ProcessHandle.current().pid();
  private final Map<String, Long> calls = new ConcurrentHashMap<>();
  private final Kernel kernel;

  private final long ownGroup;

  /** Whether the kernel lists the children of each thread, so that ours are not among orphans. */
  private final boolean listing;

  private Adoption() {
    this.ownGroup = ProcessTable.entry(self).map(Entry::group).orElseThrow();
    this.listing = ProcessTable.listsChildren(self);
    this.kernel = new Kernel();
    if (!kernel.adoptOrphans()) {
      throw new UnsupportedOperationException("prctl(PR_SET_CHILD_SUBREAPER) is refused");
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end programs"));
  }

  /** The one of this process, if orphans come to it already: since it adopts, or is the init. */
  static synchronized Optional<Adoption> inForce() {
    return ProcessHandle.current().pid() == 1 ? ifPossible() : ofThisProcess;
  }

  /** The one of this process; empty where the kernel has no such thing or native access is off. */
  static synchronized Optional<Adoption> ifPossible() {
    if (ofThisProcess.isEmpty()) {
      ofThisProcess = load();
    }
    return ofThisProcess;
  }

  private static Optional<Adoption> load() {
    try {
      return Optional.of(new Adoption());
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }

  Kernel kernel() {
    return kernel;
  }

  /** The process group that this process is in, and must not be signalled. */
  long ownGroup() {
    return ownGroup;
  }

  void begin(String marker) {
    calls.put(marker, NOT_STARTED);
  }

  void started(String marker, long pid) {
    calls.put(marker, pid);
  }

  void end(String marker) {
    calls.remove(marker);
  }

  /**
   * Living orphans of a call that began at {@code sinceTicks}; dead ones are reaped on the way.
   * "None" is believed of a list that showed no dead one either: a process hands its children to us
   * when it dies, at the end of the list and so perhaps behind the place that is being read.
   */
  List<Long> orphans(String marker, long sinceTicks) {
    for (int round = 1; round <= ROUNDS; round++) {
      var entries = listed(sinceTicks);
      var living =
          entries.stream()
              .filter(one -> !one.dead() && !isAnothers(one, marker))
              .map(Entry::pid)
              .toList();
      if (!living.isEmpty() || entries.stream().noneMatch(Entry::dead)) {
        return living;
      }
    }
    return List.of();
  }

  /**
   * Children of ours that no call started itself. The kernel's list is whole, and new ones come at
   * its end, as long as nobody takes one off meanwhile (proc_pid_task(5), fs/proc/array.c): they
   * are taken off here alone, by one thread at a time. What others wait for is in the lists of the
   * threads that started it, none of which is the leader. Where there are no lists, a child whose
   * call does not know it yet may be taken for an orphan: then no dead one is touched.
   */
  private synchronized List<Entry> listed(long sinceTicks) {
    List<Entry> entries = new ArrayList<>();
    var children = ProcessTable.childrenOfLeader(self);
    boolean known = listing || !calls.containsValue(NOT_STARTED);
    for (long pid : children) {
      if (!calls.containsValue(pid)) {
        ProcessTable.entry(pid)
            .filter(process -> process.startTicks() >= sinceTicks)
            .ifPresent(entries::add);
      }
    }
    entries.stream().filter(one -> known && one.dead()).forEach(one -> kernel.reap(one.pid()));
    return entries;
  }

  /** An interrupt from the terminal does not reach programs in sessions of their own. */
  private void endAll() {
    Set<Long> members = new LinkedHashSet<>();
    calls.values().stream()
        .filter(pid -> pid != NOT_STARTED)
        .forEach(pid -> ProcessTable.addTree(pid, members));
    calls.keySet().stream()
        .flatMap(call -> orphans(call, 0).stream())
        .filter(pid -> calls.keySet().stream().anyMatch(call -> isOf(pid, call)))
        .forEach(pid -> ProcessTable.addTree(pid, members));
    members.forEach(pid -> kernel.signal(pid, Kernel.SIGKILL));
  }

  private static boolean isOf(long pid, String call) {
    return ProcessTable.environmentHas(pid, MARKER + "=" + call);
  }

  private boolean isAnothers(Entry orphan, String marker) {
    return calls.entrySet().stream()
        .filter(call -> !call.getKey().equals(marker))
        .anyMatch(call -> call.getValue() == orphan.session() || isOf(orphan.pid(), call.getKey()));
  }
}
