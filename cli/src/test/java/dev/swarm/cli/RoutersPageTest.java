package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/routers.md shows can be used as it stands. */
class RoutersPageTest {
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void every_router_shown_is_read() throws IOException {
    var shown = blocks("routers:");
    assertTrue(shown.size() >= 6, () -> "only " + shown.size());
    for (var block : shown) {
      var file = Files.writeString(folder.resolve("swarm.yaml"), block);
      var settings = SettingsReader.read(Optional.of(file), List.of());
      assertFalse(settings.routers().isEmpty(), block);
    }
  }

  @Test
  void the_script_shown_is_read() throws IOException {
    var shown = blocks("models:");
    assertTrue(shown.size() == 1, shown::toString);
    var script = ScriptFile.read(Files.writeString(folder.resolve("m.yaml"), shown.getFirst()));
    assertTrue(script.settings().served().context() == 8192);
  }

  private static List<String> blocks(String begin) throws IOException {
    return YAML.matcher(Files.readString(Path.of("../docs/routers.md")))
        .results()
        .map(match -> match.group(1))
        .filter(block -> block.startsWith(begin))
        .toList();
  }
}
