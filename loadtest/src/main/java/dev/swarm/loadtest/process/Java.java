package dev.swarm.loadtest.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a Java like this one: with the same classes, and the same options where this one was
 * started by {@code ./swarm}, so that the cache of loaded classes made for it fits them too.
 */
final class Java {
  private static final List<String> USUAL =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Java() {}

  /**
   * The command line.
   *
   * @param heap at most, in MiB
   */
  static List<String> command(Class<?> main, int heap, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.add("-Xmx" + heap + "m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** The command line of this very process, with other arguments for {@code main}. */
  static List<String> again(Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  private static List<String> options() {
    var own = ManagementFactory.getRuntimeMXBean().getInputArguments();
    boolean launched = own.stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
    return launched ? own.stream().filter(option -> !option.startsWith("-Xmx")).toList() : USUAL;
  }
}
