package dev.swarm.cli;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Signals of the terminal and of the service manager. {@code sun.misc.Signal} is in the supported
 * module jdk.unsupported and the one way to hear a second Ctrl-C; javac warns of its name whatever
 * one does, hence by reflection.
 */
final class Signals {
  private static final List<String> ENDING = List.of("INT", "TERM", "HUP");

  private Signals() {}

  /**
   * From now on {@code action} runs, on a thread of the JVM, when somebody wants the process to
   * end. A signal that was ignored at the start (nohup) stays so.
   *
   * @return puts back what was before
   */
  static Runnable whenAskedToEnd(Runnable action) {
    var undo = ENDING.stream().map(name -> heard(name, action)).toList();
    return () -> undo.forEach(Runnable::run);
  }

  private static Runnable heard(String name, Runnable action) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var handle = signal.getMethod("handle", signal, handler);
      var number = signal.getConstructor(String.class).newInstance(name);
      var before = handle.invoke(null, number, proxy(handler, action));
      return () -> restore(() -> handle.invoke(null, number, before));
    } catch (ReflectiveOperationException _) {
      // Without it the JVM ends the process at the first signal, and nothing is left behind.
      return () -> {};
    }
  }

  private static Object proxy(Class<?> handler, Runnable action) {
    return Proxy.newProxyInstance(
        handler.getClassLoader(),
        new Class<?>[] {handler},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                action.run();
                yield proxy;
              }
              case "hashCode" -> System.identityHashCode(proxy);
              case "equals" ->
                  System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
              default -> "signal handler";
            });
  }

  private interface Restoring {
    Object run() throws ReflectiveOperationException;
  }

  private static void restore(Restoring restoring) {
    try {
      var _ = restoring.run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("could not put back a signal", e);
    }
  }
}
