package dev.swarm.tools.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Calls functions of the C library. Every argument and every result is a word, and there are always
 * six: where Linux runs, whole numbers and addresses are passed alike, in registers, to functions
 * with a list of arguments without end too, and what a function was not declared with it does not
 * look at. So one shape fits all functions, and the class that Java has to make for a shape is made
 * once; the first costs about 50 ms.
 *
 * <p>A result that C calls an {@code int} fills half of its word: callers cut it.
 */
final class LibC {
  private static final MethodHandle CALL = handle();
  private static final SymbolLookup NAMES = Linker.nativeLinker().defaultLookup();

  private LibC() {}

  /**
   * A function by its name.
   *
   * @throws java.util.NoSuchElementException if this C library has none of that name
   */
  static MemorySegment find(String name) {
    return NAMES.findOrThrow(name);
  }

  static long call(MemorySegment function, long a) {
    return call(function, a, 0, 0, 0, 0, 0);
  }

  static long call(MemorySegment function, long a, long b) {
    return call(function, a, b, 0, 0, 0, 0);
  }

  static long call(MemorySegment function, long a, long b, long c) {
    return call(function, a, b, c, 0, 0, 0);
  }

  static long call(MemorySegment function, long a, long b, long c, long d, long e, long f) {
    try {
      return (long) CALL.invokeExact(function, a, b, c, d, e, f);
    } catch (Throwable error) {
      throw new IllegalStateException("a function of the C library could not be called", error);
    }
  }

  @SuppressWarnings("restricted") // native access, granted to all code by the launcher
  private static MethodHandle handle() {
    var word = ValueLayout.JAVA_LONG;
    return Linker.nativeLinker()
        .downcallHandle(FunctionDescriptor.of(word, word, word, word, word, word, word));
  }
}
