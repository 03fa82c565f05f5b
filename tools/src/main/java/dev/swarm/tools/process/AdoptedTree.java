package dev.swarm.tools.process;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * A tree without a namespace, on Linux: the program, its descendants, and orphans that came back to
 * us with theirs.
 */
record AdoptedTree(Child program, String marker, long sinceTicks, Adoption adoption)
    implements ProcessTree {
  @Override
  public void terminate() {
    members().forEach(pid -> with(pid, this::ask));
  }

  @Override
  public void kill() {
    members().forEach(pid -> with(pid, this::end));
  }

  @Override
  public boolean gone() {
    return members().isEmpty();
  }

  /** Of the program itself only its keeper knows for sure that the pid is still its own. */
  private void with(long pid, LongConsumer use) {
    if (pid == program.pid()) {
      program.ifThere(use);
    } else {
      use.accept(pid);
    }
  }

  private void ask(long pid) {
    adoption.kernel().signal(pid, Kernel.SIGTERM);
    adoption.kernel().signal(pid, Kernel.SIGCONT); // a stopped process acts on no other signal
  }

  private void end(long pid) {
    killGroup(pid);
    adoption.kernel().signal(pid, Kernel.SIGKILL);
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
