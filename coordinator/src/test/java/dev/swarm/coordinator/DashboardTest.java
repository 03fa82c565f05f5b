package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the dashboard's sources promise; how it looks and works is the browser tests' to say. */
class DashboardTest {
  private static final Path BUILT = Path.of("target/classes/dev/swarm/coordinator/dashboard");
  private static final Pattern ADDRESS = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)");
  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("from \"(\\.[^\"]+)\"");

  /** What would turn text into markup or code, or ask for a style that the policy forbids. */
  private static final List<String> FORBIDDEN =
      List.of(
          "innerHTML",
          "outerHTML",
          "insertAdjacentHTML",
          "document.write",
          "dangerouslySetInnerHTML",
          "DOMParser",
          "createContextualFragment",
          "eval(",
          "new Function",
          "setAttribute(",
          "import(");

  @Test
  void all_scripts_together_are_small() throws IOException {
    long bytes = 0;
    for (Path script : files(".js")) {
      bytes += compressed(Files.readAllBytes(script));
    }
    assertTrue(bytes > 10_000 && bytes < 60_000, bytes + " bytes compressed");
  }

  @Test
  void no_source_makes_markup_or_code_of_text() throws IOException {
    for (Path source : ours()) {
      String text = Files.readString(source);
      for (String forbidden : FORBIDDEN) {
        assertFalse(text.contains(forbidden), source + " uses " + forbidden);
      }
    }
  }

  @Test
  void only_one_module_reaches_the_library() throws IOException {
    List<String> reaching =
        ours().stream()
            .filter(source -> read(source).contains("preact.module.js\""))
            .map(source -> source.getFileName().toString())
            .filter(name -> name.endsWith(".js"))
            .toList();
    assertEquals(List.of("dom.js"), reaching);
  }

  @Test
  void nothing_comes_from_elsewhere() throws IOException {
    for (Path source : ours()) {
      assertFalse(ADDRESS.matcher(Files.readString(source)).find(), source + " names an address");
    }
  }

  @Test
  void whatever_is_linked_or_imported_is_there() throws IOException {
    var links = LINKED.matcher(read(BUILT.resolve("index.html")));
    int count = 0;
    while (links.find()) {
      count++;
      assertTrue(Files.exists(BUILT.resolve(links.group(1))), links.group(1));
    }
    assertTrue(count > 30, count + " links");
    for (Path source : files(".js")) {
      var imports = IMPORTED.matcher(read(source));
      while (imports.find()) {
        assertTrue(
            Files.exists(source.resolveSibling(imports.group(1))), source + " " + imports.group(1));
      }
    }
  }

  @Test
  void each_module_is_fetched_before_it_is_asked_for() throws IOException {
    String page = read(BUILT.resolve("index.html"));
    for (Path script : files(".js")) {
      String name = BUILT.relativize(script).toString();
      assertTrue(page.contains("=\"" + name + "\""), "index.html names no " + name);
    }
  }

  @Test
  void the_library_comes_with_its_license() throws IOException {
    assertTrue(read(BUILT.resolve("lib/LICENSE")).contains("MIT"));
  }

  private static List<Path> ours() throws IOException {
    List<Path> ours =
        files("").stream().filter(file -> !file.startsWith(BUILT.resolve("lib"))).toList();
    assertTrue(ours.size() > 30, "there is something to look at");
    return ours;
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(BUILT)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int compressed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.size();
  }
}
