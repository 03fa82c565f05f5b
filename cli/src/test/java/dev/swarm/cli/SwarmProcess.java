package dev.swarm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The real command in a process of its own, with a home and work folder of its own. */
final class SwarmProcess {
  private static final int LONGEST_SECONDS = 60;

  private final Path home;

  /** A build in the background has its children ignore Ctrl-C; {@code env} lets them hear it. */
  private final List<String> java =
      List.of(
          "env",
          "--default-signal",
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-cp",
          System.getProperty("java.class.path"),
          "dev.swarm.cli.Main");

  SwarmProcess(Path home) {
    this.home = home;
  }

  /** What it left behind. */
  record Ran(int code, String out, String err) {}

  Ran run(Map<String, String> environment, String... arguments) throws Exception {
    return finish(start(environment, arguments));
  }

  Ran run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  Process start(Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(java);
    command.addAll(List.of(arguments));
    return start(environment, command);
  }

  /** What it says on stderr goes to {@code log}, and nobody has to read it. */
  Process start(Map<String, String> environment, Path log, String... arguments) throws IOException {
    var command = new ArrayList<>(java);
    command.addAll(List.of(arguments));
    var builder = builder(environment, command);
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
  }

  /** A script for bash in which {@code swarm} is the command. */
  Ran bash(String script) throws Exception {
    var words = new ArrayList<String>();
    java.forEach(word -> words.add("'" + word + "'"));
    var whole = "swarm() { " + String.join(" ", words) + " \"$@\"; }\n" + script;
    return finish(start(Map.of(), List.of("bash", "-c", whole)));
  }

  static Ran finish(Process process) throws Exception {
    var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
    var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end");
    }
    return new Ran(process.exitValue(), out.get(), err.get());
  }

  /** Sends a signal by its name. */
  static void signal(Process process, String name) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new AssertionError("could not send SIG" + name);
    }
  }

  /** Folders that tools worked in and that are still there. */
  List<Path> workFolders() throws IOException {
    try (var all = Files.walk(home)) {
      return all.filter(path -> path.getFileName().toString().startsWith("swarm-call-")).toList();
    }
  }

  private Process start(Map<String, String> environment, List<String> command) throws IOException {
    return builder(environment, command).start();
  }

  private ProcessBuilder builder(Map<String, String> environment, List<String> command) {
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("TMPDIR", home.toString());
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    return builder;
  }

  private static String text(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
