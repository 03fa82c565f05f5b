package dev.swarm.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Namespaces of their own in which {@code world.sh} makes faults, or their twins, and audits them.
 */
final class World implements AutoCloseable {
  private static final long SECONDS = 55;
  private static final List<String> NAMESPACES =
      List.of("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc");

  /** What every world needs: its own loopback, and changes to folders that stay in memory. */
  private static final String PROBE =
      "mount --make-rprivate / && ip link set lo up && mount -t tmpfs own /mnt && mkdir /mnt/u"
          + " /mnt/w && mount -t overlay -o lowerdir=/etc,upperdir=/mnt/u,workdir=/mnt/w own /etc";

  private final Path dir;
  private final Process process;

  private World(Path dir, Process process) {
    this.dir = dir;
    this.process = process;
  }

  /** Why this machine can make no such world; empty if it can. */
  static Optional<String> impossible() throws IOException, InterruptedException {
    if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      return Optional.of("faults are made by root only");
    }
    try {
      var process = start(List.of("bash", "-c", PROBE), ProcessBuilder.Redirect.PIPE);
      var said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.empty() : Optional.of("no namespaces: " + said);
    } catch (IOException e) {
      return Optional.of("unshare is not installed: " + e.getMessage());
    }
  }

  /** Begins to make the world and to audit it. */
  static World begin(String kind, Path dir) throws IOException {
    var script = Path.of("src/test/resources/faults/world.sh").toAbsolutePath().toString();
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var command =
        List.of("bash", script, kind, dir.toString(), java, System.getProperty("java.class.path"));
    var process = start(command, ProcessBuilder.Redirect.to(dir.resolve("world").toFile()));
    return new World(dir, process);
  }

  private static Process start(List<String> command, ProcessBuilder.Redirect output)
      throws IOException {
    var words = new java.util.ArrayList<>(NAMESPACES);
    words.addAll(command);
    return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output).start();
  }

  /** Waits for the audit's end. */
  JsonNode report() throws IOException, InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no end within " + SECONDS + " s; made so far: " + made());
    }
    var report = dir.resolve("report.json");
    if (!Files.exists(report)) {
      throw new AssertionError("the audit left no report: " + said("said") + said("world"));
    }
    return new ObjectMapper().readTree(report.toFile());
  }

  /** What the steps said: {@code NAME}, or {@code NAME: why it could not be made}. */
  List<String> made() throws IOException {
    return Files.readAllLines(dir.resolve("made"));
  }

  /** What a file of the world says; empty if it does not exist. */
  String said(String file) throws IOException {
    var path = dir.resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : "";
  }

  /** All the findings of a check. */
  static List<JsonNode> findings(JsonNode report, String check) {
    return StreamSupport.stream(report.get("findings").spliterator(), false)
        .filter(finding -> finding.get("check").asText().equals(check))
        .toList();
  }

  /** How a check ended in the audit. */
  static String state(JsonNode report, String check) {
    return coverage(report, check).path("state").asText();
  }

  /** What the audit says of how far it could look at a check. */
  static JsonNode coverage(JsonNode report, String check) {
    return StreamSupport.stream(report.get("coverage").spliterator(), false)
        .filter(one -> one.get("check").asText().equals(check))
        .findFirst()
        .orElseThrow(() -> new AssertionError(check + " is not in the report"));
  }

  /** Ends every process of it; its mounts, loop devices and interfaces end with them. */
  @Override
  public void close() {
    var _ = process.destroyForcibly().onExit().join();
  }
}
