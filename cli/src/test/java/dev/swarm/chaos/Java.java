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

  /** The command as built. */
  public static final Path JAR = Path.of("target", "swarm", "lib", "swarm.jar").toAbsolutePath();

  /** Classes as an earlier process of the command has loaded them. */
  public static final Path CACHE = Path.of("target", "chaos", "swarm.aot").toAbsolutePath();

  private Java() {}

  /** A main class of these tests, with everything that the tests see. */
  public static List<String> of(Class<?> main, String... arguments) {
    return line(System.getProperty("java.class.path"), main.getName(), List.of(arguments));
  }

  /** The command as built, with a cache of loaded classes if there is one. */
  public static List<String> swarm(List<String> arguments) {
    return swarm("-XX:AOTCache=" + CACHE, arguments);
  }

  /** The same, which leaves a cache in {@code file} when it ends. */
  public static List<String> training(Path file, List<String> arguments) {
    return swarm("-XX:AOTCacheOutput=" + file, arguments);
  }

  private static List<String> swarm(String cache, List<String> arguments) {
    var line = line(JAR.toString(), "dev.swarm.cli.Main", arguments);
    line.addAll(1, List.of(cache, "-Xlog:disable", "-Xlog:all=warning,aot*=off,cds*=off:stderr"));
    return line;
  }

  private static List<String> line(String classPath, String main, List<String> arguments) {
    var line = new ArrayList<>(QUICK);
    line.addAll(List.of("-cp", classPath, main));
    line.addAll(arguments);
    return line;
  }
}
