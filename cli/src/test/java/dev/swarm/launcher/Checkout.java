package dev.swarm.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout in a folder of its own: the real launcher, sources, and around it a machine of
 * scripts. The java tells what it was given, the mvn leaves a jar and a line in {@code builds}.
 */
final class Checkout {
  private static final Path LAUNCHER = Path.of("..", "swarm").toAbsolutePath().normalize();

  final Path root;
  private final Path machine;

  /** What a start of the launcher left behind. */
  record Ran(int code, String out, String err) {}

  Checkout(Path folder) throws IOException {
    root = folder.resolve("a check out");
    machine = folder.resolve("machine");
    Files.createDirectories(root.resolve("cli/src/main/java"));
    Files.createDirectories(root.resolve("config/tools"));
    Files.createDirectories(machine.resolve("bin"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    script(root.resolve("swarm"), Files.readString(LAUNCHER));
    script(
        machine.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo built >> '%1$s/builds'
        [ ! -e '%1$s/broken' ] || { echo 'the compiler is not amused'; exit 1; }
        sleep 0.3
        mkdir -p '%1$s/cli/target/swarm/lib'
        echo jar > '%1$s/cli/target/swarm/lib/swarm.jar'
        """
            .formatted(root));
  }

  /** A JDK that says this version, and, when started, with what. */
  Path jdk(String version) throws IOException {
    Path jdk = machine.resolve("jdk " + version);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) echo cache > "${argument#*=}" ;; esac
          printf '%s\\n' "$argument"
        done
        case $argument in
          */training/reach)
            trap 'exit 0' TERM
            printf '%s\\n' --key node.key --join 127.0.0.1:7620 > "$argument.new"
            mv "$argument.new" "$argument"
            while :; do sleep 0.1; done
            ;;
        esac
        [ "$argument" != fail ] || exit 7
        """);
    return jdk;
  }

  List<String> builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /** Changes a file as an editor would, after the last build. */
  void edit(String file) throws IOException {
    Path path = root.resolve(file);
    Files.writeString(path, "edited");
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(2)));
  }

  Ran swarm(Map<String, String> environment, String... arguments) throws Exception {
    return run(root.resolve("swarm"), environment, arguments);
  }

  Ran run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    return finish(start(launcher, environment, arguments));
  }

  Process start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(machine.toFile());
    process.environment().clear();
    process.environment().put("PATH", machine.resolve("bin") + ":/usr/bin:/bin");
    process.environment().put("HOME", machine.toString());
    process.environment().putAll(environment);
    return process.start();
  }

  static Ran finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the launcher did not end");
    }
    return new Ran(process.exitValue(), out, err);
  }

  static void script(Path path, String text) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
