package dev.swarm.tools.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * The calls to the Linux kernel that Java has no method for: prctl(2), kill(2), waitpid(2). To load
 * this costs about 50 ms, so it is loaded when the first program runs without a sandbox.
 */
final class Kernel {
  static final int SIGKILL = 9;
  static final int SIGTERM = 15;
  static final int SIGCONT = 18;

  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int WNOHANG = 1;

  private final MethodHandle prctl;
  private final MethodHandle kill;
  private final MethodHandle waitpid;

  @SuppressWarnings("restricted") // native access, granted to all code by the launcher
  Kernel() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup names = linker.defaultLookup();
    var number = ValueLayout.JAVA_INT;
    var word = ValueLayout.JAVA_LONG;
    this.prctl =
        linker.downcallHandle(
            names.findOrThrow("prctl"),
            FunctionDescriptor.of(number, number, word, word, word, word),
            Linker.Option.firstVariadicArg(1));
    this.kill =
        linker
            .downcallHandle(
                names.findOrThrow("kill"), FunctionDescriptor.of(number, number, number))
            .asType(MethodType.methodType(void.class, int.class, int.class));
    this.waitpid =
        linker
            .downcallHandle(
                names.findOrThrow("waitpid"),
                FunctionDescriptor.of(number, number, ValueLayout.ADDRESS, number))
            .asType(MethodType.methodType(void.class, int.class, MemorySegment.class, int.class));
  }

  /** Makes orphans of our programs ours, instead of the init process's; whether it worked. */
  boolean adoptOrphans() {
    try {
      return (int) prctl.invokeExact(PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("prctl could not be called", e);
    }
  }

  /**
   * Sends a signal, to a whole group if {@code pid} is negative; a process that is gone is fine.
   */
  void signal(long pid, int signal) {
    try {
      kill.invokeExact(Math.toIntExact(pid), signal);
    } catch (Throwable e) {
      throw new IllegalStateException("kill could not be called", e);
    }
  }

  /** Takes a dead child off the process table, if it is dead; never waits. */
  void reap(long pid) {
    try {
      waitpid.invokeExact(Math.toIntExact(pid), MemorySegment.NULL, WNOHANG);
    } catch (Throwable e) {
      throw new IllegalStateException("waitpid could not be called", e);
    }
  }
}
