package dev.swarm.tools.process;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A tree without a namespace, on Linux: the program, its descendants, and orphans that came back to
 * us with theirs.
 */
record AdoptedTree(Child program, String marker, long sinceTicks, Adoption adoption)
    implements ProcessTree {
  @Override
  public void terminate() {
    for (long pid : members()) {
      signal(pid, Kernel.SIGTERM);
      signal(pid, Kernel.SIGCONT); // a stopped process acts on no other signal
    }
  }

  @Override
  public void kill() {
    for (long pid : members()) {
      killGroup(pid);
      signal(pid, Kernel.SIGKILL);
    }
  }

  @Override
  public boolean gone() {
    return members().isEmpty();
  }

  /** Of the program itself only its keeper knows for sure that the pid is still its own. */
  private void signal(long pid, int signal) {
    if (pid == program.pid()) {
      program.ifThere(own -> adoption.kernel().signal(own, signal));
    } else {
      adoption.kernel().signal(pid, signal);
    }
  }

  /** One stroke for all of a group: it outruns a process that forks and exits without end. */
  private void killGroup(long pid) {
    ProcessTable.entry(pid)
        .map(ProcessTable.Entry::group)
        .filter(group -> group > 1 && group != adoption.ownGroup())
        .ifPresent(group -> adoption.kernel().signal(-group, Kernel.SIGKILL));
  }

  private Set<Long> members() {
    Set<Long> members = new LinkedHashSet<>();
    if (program.alive()) {
      ProcessTable.addTree(program.pid(), members);
    }
    for (long orphan : adoption.orphans(marker, sinceTicks)) {
      ProcessTable.addTree(orphan, members);
    }
    return members;
  }
}
