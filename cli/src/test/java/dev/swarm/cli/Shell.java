package dev.swarm.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs command lines in this process, with a home of their own, and keeps what they say. */
final class Shell {
  private final Map<String, String> environment = new HashMap<>();

  Shell(Path home) {
    environment.put("HOME", home.toString());
    environment.put("USER", "shell");
    environment.put("TMPDIR", home.toString());
  }

  /** What a command left behind. */
  record Ran(int code, String out, String err) {}

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Ran swarm(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var here = new Surroundings(environment, printer(out), printer(err));
    int code = Main.run(here, arguments);
    here.out().flush();
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
