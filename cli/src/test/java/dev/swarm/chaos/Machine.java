package dev.swarm.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A machine: its place in the network, a folder that is its disk, and perhaps a wrong clock or no
 * sandbox. Processes of it see nothing of the test's own environment.
 */
public final class Machine {
  private static final Path FAKE_TIME =
      Path.of("/usr/lib", libraries(), "faketime/libfaketimeMT.so.1");

  private final Place place;
  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();
  private boolean sandbox = true;
  private int started;

  public Machine(Place place, Path home) {
    this.place = place;
    this.home = home;
    environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", home.toString());
    environment.put("USER", place.name());
    environment.put("LC_ALL", "C.UTF-8");
  }

  public String name() {
    return place.name();
  }

  public String address() {
    return place.address();
  }

  public Place place() {
    return place;
  }

  public Path home() {
    return home;
  }

  /** From its next start on its wall clock is off by this; what measures durations is not. */
  public void skew(Duration offset) {
    if (offset.isZero()) {
      environment.keySet().removeAll(java.util.Set.of("LD_PRELOAD", "FAKETIME"));
      return;
    }
    if (!Files.exists(FAKE_TIME)) {
      throw new IllegalStateException(
          "could not skew a clock: " + FAKE_TIME + " is not there; install the package faketime");
    }
    environment.put("LD_PRELOAD", FAKE_TIME.toString());
    environment.put("FAKETIME", "%+d".formatted(offset.toSeconds()));
    environment.put("DONT_FAKE_MONOTONIC", "1");
    environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // Its mending of timed waits, on by default, makes those of a JVM ten times as long.
    environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }

  /** From its next start on bubblewrap does not work there, as on machines that have none. */
  public void withoutSandbox() {
    sandbox = false;
  }

  /** From its next start on it has one again. */
  public void withSandbox() {
    sandbox = true;
  }

  /** Writes a file on its disk, and gives its path. */
  public Path write(String file, String text) {
    try {
      var path = home.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts {@code line} there; its output goes to files called after {@code name}. */
  public Program start(String name, List<String> line) {
    started++;
    var out = write("said/" + name + "-" + started + ".out", "");
    var err = write("said/" + name + "-" + started + ".err", "");
    var words = new ArrayList<>(List.of("ip", "netns", "exec", place.namespace()));
    words.addAll(List.of("env", "--default-signal", "-i"));
    environment.forEach((variable, value) -> words.add(variable + "=" + value));
    if (!sandbox) {
      words.addAll(
          List.of("sh", "-c", "mount --bind /dev/null /usr/bin/bwrap && exec \"$@\"", "sh"));
    }
    words.addAll(line);
    try {
      var process =
          new ProcessBuilder(words)
              .directory(home.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new Program(place.name() + " " + name, process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String libraries() {
    return System.getProperty("os.arch").equals("aarch64")
        ? "aarch64-linux-gnu"
        : "x86_64-linux-gnu";
  }
}
