package dev.swarm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the README, in its order, with the launcher of this checkout and a home of
 * its own. A block below {@code <!-- not run: why -->} is left out; a line may say {@code # exits 0
 * 1}.
 */
class GuideIT {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- not run: \\S.*? -->\\s*)?```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EXITS = Pattern.compile("# exits((?: \\d+)+)");

  @TempDir Path folder;

  /** A command of the guide, and the codes it may exit with. */
  private record Line(String command, List<Integer> exits) {
    static Line of(String text) {
      var exits = EXITS.matcher(text);
      var codes =
          exits.find()
              ? Arrays.stream(exits.group(1).strip().split(" ")).map(Integer::valueOf).toList()
              : List.of(0);
      return new Line(text, codes);
    }
  }

  @Test
  void every_command_of_the_readme_does_what_it_says() throws Exception {
    var lines = lines(Files.readString(CHECKOUT.resolve("README.md")));
    assertTrue(lines.size() >= 10, () -> "only " + lines);
    Files.createSymbolicLink(folder.resolve("swarm"), CHECKOUT.resolve("swarm"));
    var wrong = new ArrayList<String>();
    for (var line : lines) {
      int code = run(line.command());
      if (!line.exits().contains(code)) {
        wrong.add(line.command() + " exits " + code + ": " + Files.readString(log()));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void a_block_that_is_not_run_says_why_and_a_line_says_its_codes() {
    var guide = "```sh\na  # exits 0 3 – so\n\nb\n```\n<!-- not run: slow -->\n```sh\nc\n```\n";
    assertEquals(
        List.of(new Line("a  # exits 0 3 – so", List.of(0, 3)), new Line("b", List.of(0))),
        lines(guide));
  }

  private static List<Line> lines(String guide) {
    return BLOCK
        .matcher(guide)
        .results()
        .filter(block -> block.group(1) == null)
        .flatMap(block -> block.group(2).lines())
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Line::of)
        .toList();
  }

  private int run(String command) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("SWARM_NO_BUILD", "1");
    builder.environment().put("SWARM_JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end: " + command + Files.readString(log(), UTF_8));
    }
    return process.exitValue();
  }

  private Path log() {
    return folder.resolve("log");
  }
}
