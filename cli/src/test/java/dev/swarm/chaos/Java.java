package dev.swarm.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the java of these tests is started. */
public final class Java {
  private static final List<String> QUICK =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Java() {}

  /** A main class of these tests, with everything that the tests see. */
  public static List<String> of(Class<?> main, String... arguments) {
    return line(System.getProperty("java.class.path"), main.getName(), List.of(arguments));
  }

  /** The command as built. */
  public static List<String> swarm(List<String> arguments) {
    var jar = Path.of("target", "swarm", "lib", "swarm.jar").toAbsolutePath();
    return line(jar.toString(), "dev.swarm.cli.Main", arguments);
  }

  private static List<String> line(String classPath, String main, List<String> arguments) {
    var line = new ArrayList<>(QUICK);
    line.addAll(List.of("-cp", classPath, main));
    line.addAll(arguments);
    return line;
  }
}
