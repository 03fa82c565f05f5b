package dev.swarm.tools.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.catalog.BrokenFiles.Mistake;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake is named with file, line and what was expected; all that is right still loads. */
class CatalogReaderTest {
  @TempDir private Path folder;

  static Stream<Mistake> definitions() {
    return BrokenFiles.definitions();
  }

  @Test
  void the_sound_file_is_sound() {
    var catalog = read("own.yaml", BrokenFiles.SOUND);
    assertEquals(List.of(), catalog.problems());
    assertEquals(Set.of("good", "bad"), catalog.tools().keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void a_mistake_in_a_definition_is_named_and_the_others_load(Mistake mistake) {
    var catalog = read("own.yaml", mistake.file());
    assertTrue(catalog.tool("good").isPresent(), "the sound tool must load");
    assertFalse(catalog.tool("bad").isPresent(), "the broken tool must not");
    assertTrue(catalog.problems().size() <= 3, () -> "too many words: " + catalog.problems());
    var named =
        catalog.problems().stream().filter(one -> one.message().contains(mistake.says())).toList();
    assertEquals(1, named.size(), () -> mistake.says() + ": " + catalog.problems());
    soundly(named.getFirst());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void the_line_of_a_mistake_is_where_it_was_made(Mistake mistake) {
    var named =
        read("own.yaml", mistake.file()).problems().stream()
            .filter(one -> one.message().contains(mistake.says()))
            .findFirst()
            .orElseThrow();
    int beginsTool =
        BrokenFiles.SOUND
            .substring(0, BrokenFiles.SOUND.indexOf("name: bad"))
            .split("\n", -1)
            .length;
    boolean ofTheWhole =
        List.of("is missing", "no form uses", "there is no tool", "has no value", "stands twice")
            .stream()
            .anyMatch(mistake.says()::contains);
    assertTrue(
        (named.line() >= mistake.firstLine() && named.line() <= mistake.lastLine())
            || (ofTheWhole && named.line() >= beginsTool && named.line() <= mistake.lastLine()),
        () -> named + " is not of lines " + mistake.firstLine() + " to " + mistake.lastLine());
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("", 1, "expected 'key: value'"),
        Arguments.of("# only a remark\n", 1, "expected 'key: value'"),
        Arguments.of("- a\n- b\n", 1, "expected 'key: value'"),
        Arguments.of("just text", 1, "expected 'key: value'"),
        Arguments.of("tool:\n  - name: a\n", 1, "did you mean 'tools'?"),
        Arguments.of("tools: none\n", 1, "is a list"),
        Arguments.of("tools:\n  - a\n", 2, "'key: value' pairs"),
        Arguments.of("tools:\n\t- name: a\n", 2, "TAB"),
        Arguments.of("tools:\n  - name: a\n   area: b\n", 3, "not YAML"),
        Arguments.of("tools:\n  - name: 'a\n", 3, "not YAML"),
        Arguments.of("tools: [\n", 2, "not YAML"),
        Arguments.of("tools: {a: b\n", 2, "not YAML"),
        Arguments.of("tools: []\n---\ntools: []\n", 2, "not YAML"),
        Arguments.of("tools: *nobody\n", 1, "not YAML"),
        Arguments.of("tools:\n  - name: a\u0000b\n", 2, "U+0000"),
        Arguments.of("tools:\n  - name: a\u001bb\n", 2, "U+001B"),
        Arguments.of("\u007fELF\u0002\u0001\u0001\u0000", 1, "not YAML"),
        Arguments.of("%YAML 9.9\n---\ntools: []\n", 1, "not YAML"),
        Arguments.of("? [a]\n: b\n", 1, "a key is plain text"),
        Arguments.of("!!javax.script.ScriptEngineManager [x]\n", 1, "tag is not allowed"),
        Arguments.of("tools:\n<<<<<<< HEAD\n", 3, "not YAML"),
        Arguments.of("{\"tools\": 7}", 1, "is a list"),
        Arguments.of(bomb(), 0, "alias"),
        Arguments.of("tools: " + "[".repeat(200), 0, "not YAML"),
        Arguments.of("tools: " + "{a: ".repeat(200), 0, "not YAML"),
        Arguments.of("#".repeat((1 << 20) + 1), 0, "larger than 1 MiB"),
        Arguments.of("tools: []\n#" + "x".repeat(3 << 20), 0, "larger than 1 MiB"));
  }

  /** Nine levels of ten: a thousand million, if anybody wrote it out. */
  private static String bomb() {
    var bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)));
    }
    return bomb.append("tools: *a9\n").toString();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_broken_file_is_named_and_the_other_files_load(String text, int line, String says)
      throws IOException {
    Files.writeString(folder.resolve("a-broken.yaml"), text);
    Files.writeString(folder.resolve("b-sound.yaml"), BrokenFiles.SOUND);
    var catalog = assertTimeout(Duration.ofSeconds(2), this::readFolder);
    assertEquals(Set.of("good", "bad"), catalog.tools().keySet());
    assertTrue(
        catalog.problems().stream()
            .anyMatch(one ->
                one.file().endsWith("a-broken.yaml")
                    && one.message().contains(says)
                    && (line == 0 || one.line() == line)),
        () -> line + " " + says + ": " + catalog.problems());
    catalog.problems().forEach(CatalogReaderTest::soundly);
  }

  @Test
  void what_is_no_file_of_text_is_named_and_never_waited_for() throws Exception {
    Files.write(
        folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80});
    Files.createDirectory(folder.resolve("folder.yaml"));
    Files.createSymbolicLink(folder.resolve("dangling.yaml"), Path.of("/nonexistent"));
    Files.createSymbolicLink(folder.resolve("endless.yaml"), Path.of("/dev/zero"));
    assertEquals(
        0, new ProcessBuilder("mkfifo", folder.resolve("pipe.yaml") + "").start().waitFor());
    Files.writeString(folder.resolve("sound.yaml"), BrokenFiles.SOUND);
    Files.writeString(folder.resolve("notes.txt"), "not ours");
    var catalog = assertTimeout(Duration.ofSeconds(2), this::readFolder);
    assertEquals(Set.of("good", "bad"), catalog.tools().keySet());
    assertEquals(5, catalog.problems().size(), () -> "" + catalog.problems());
    catalog.problems().forEach(CatalogReaderTest::soundly);
    assertTrue(catalog.problems().stream().anyMatch(p -> p.message().contains("UTF-8")));
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    var catalog =
        CatalogReader.read(
            Definitions.of("tools", List.of(), Optional.of(folder.resolve("nowhere"))));
    assertEquals(1, catalog.problems().size());
    assertTrue(catalog.problems().getFirst().toString().contains("does not exist"));
  }

  @Test
  void a_tool_of_ones_own_replaces_the_built_in_one_of_its_name() throws IOException {
    var own = BrokenFiles.SOUND.replace("name: good", "name: filesystems");
    Files.writeString(folder.resolve("own.yaml"), own);
    var catalog =
        CatalogReader.read(Definitions.of("tools", List.of("storage"), Optional.of(folder)));
    assertEquals(List.of(), catalog.problems());
    assertTrue(catalog.tool("filesystems").orElseThrow().origin().contains("own.yaml:2"));
  }

  @Test
  void all_mistakes_are_named_at_once() {
    var text =
        BrokenFiles.SOUND
            .replace("timeout: 3s", "timeout: 10h")
            .replace("ok: [0]", "ok: [999]")
            .replace("grammar: lines", "grammar: csv");
    assertEquals(3, read("own.yaml", text).problems().size());
  }

  private Catalog readFolder() {
    return CatalogReader.read(Definitions.of("tools", List.of(), Optional.of(folder)));
  }

  private static Catalog read(String name, String text) {
    return CatalogReader.read(
        new Definitions(List.of(new Definitions.Written(name, text)), List.of()));
  }

  /** A person can read it: no class names, no traces, no floods. */
  private static void soundly(Problem problem) {
    var message = problem.message();
    assertFalse(message.matches("(?s).*(Exception|\\bat dev\\.|java\\.|null).*"), message);
    assertTrue(message.length() < 400 && !message.contains("\n"), message);
    assertFalse(problem.file().isEmpty());
  }
}
