package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeerFactsTest {
  private static final String RELEASE = "NAME=\"Debian\"\nID=debian\nVERSION_ID=\"12\"\n";

  @TempDir private Path folder;

  @Test
  void a_node_tells_its_kernel_and_its_release() throws IOException {
    var facts = PeerFacts.of(host(true), settings());
    assertEquals("6.1.0-20-amd64", facts.get("kernel"));
    assertEquals("debian 12", facts.get("os"));
  }

  @Test
  void what_cannot_be_read_is_not_told() throws IOException {
    assertEquals(
        List.of("checks", "tools"),
        PeerFacts.of(host(false), settings()).keySet().stream().sorted().toList());
  }

  @Test
  void the_same_checks_have_the_same_digest_and_others_another() throws IOException {
    Files.writeString(checks().resolve("own.yaml"), "a: 1\n");
    var one = PeerFacts.of(host(true), settings()).get("checks");
    assertEquals(one, PeerFacts.of(host(true), settings()).get("checks"));
    Files.writeString(checks().resolve("own.yaml"), "a: 2\n");
    assertNotEquals(one, PeerFacts.of(host(true), settings()).get("checks"));
  }

  private Path checks() throws IOException {
    return Files.createDirectories(folder.resolve("checks.d"));
  }

  private Settings settings() throws IOException {
    var file = folder.resolve("swarm.yaml");
    Files.writeString(file, "checks-folder: " + checks() + "\n");
    return SettingsReader.read(Optional.of(file), List.of());
  }

  private static RecordedHost host(boolean readable) {
    Map<Recording.Read, FileResult> files =
        readable
            ? Map.of(
                read("/proc/sys/kernel/osrelease"),
                content("6.1.0-20-amd64\n"),
                read("/etc/os-release"),
                content(RELEASE))
            : Map.of();
    return new RecordedHost(
        new Recording(Platform.LINUX, "n1", 0, Instant.EPOCH, Map.of(), files, Map.of()));
  }

  private static Recording.Read read(String path) {
    return new Recording.Read(path, 1);
  }

  private static FileResult content(String text) {
    return new FileResult.Content(new Output(text, 0));
  }
}
