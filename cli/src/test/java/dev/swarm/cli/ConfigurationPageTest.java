package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the commented defaults name every key that is read, and no other. */
class ConfigurationPageTest {
  private static final Pattern IN_PAGE = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);
  private static final Pattern IN_FILE =
      Pattern.compile("^(?:# (?=\\S+:(?: /|$)))?([a-z-]+):", Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void the_page_names_the_keys_that_are_read() throws IOException {
    assertEquals(read(), keys("../docs/configuration.md", IN_PAGE));
  }

  @Test
  void the_defaults_name_the_keys_that_are_read() throws IOException {
    assertEquals(read(), keys("../config/swarm.yaml", IN_FILE));
  }

  @Test
  void the_page_names_the_keys_of_a_router() throws IOException {
    var pattern = Pattern.compile("^\\| `routers\\.([a-z-]+)` \\|", Pattern.MULTILINE);
    assertEquals(ofRouter(), keys("../docs/configuration.md", pattern));
  }

  @Test
  void the_commented_example_names_the_keys_of_a_router() throws IOException {
    var pattern = Pattern.compile("^#   [ -] ([a-z-]+):", Pattern.MULTILINE);
    assertEquals(ofRouter(), keys("../config/swarm.yaml", pattern));
  }

  @Test
  void the_page_and_the_example_name_the_keys_of_escalation() throws IOException {
    assertSame("escalation");
  }

  @Test
  void the_page_and_the_example_name_the_keys_of_the_store() throws IOException {
    assertSame("store");
  }

  @Test
  void the_page_and_the_example_name_the_keys_of_a_fleet() throws IOException {
    assertSame("fleet");
  }

  @Test
  void the_page_and_the_example_name_the_keys_of_a_policy() throws IOException {
    assertSame("policy");
  }

  @Test
  void the_page_names_the_keys_of_schedules_and_notices() throws IOException {
    for (var section : List.of("schedules", "notices")) {
      var known = known(section + ":\n  - something-else-entirely: 1\n");
      var page = Pattern.compile("^\\| `" + section + "\\.([a-z-]+)` \\|", Pattern.MULTILINE);
      assertEquals(known, keys("../docs/configuration.md", page));
    }
  }

  @Test
  void the_page_and_the_example_name_the_keys_of_serve() throws IOException {
    assertSame("serve");
  }

  private void assertSame(String section) throws IOException {
    var known = known(section + ": {something-else-entirely: 1}\n");
    var page = Pattern.compile("^\\| `" + section + "\\.([a-z-]+)` \\|", Pattern.MULTILINE);
    assertEquals(known, keys("../docs/configuration.md", page));
    var file = Files.readString(Path.of("../config/swarm.yaml"));
    var lines = file.substring(file.indexOf("\n# " + section + ":\n")).lines().skip(2);
    var key = Pattern.compile("^#   ([a-z-]+):.*");
    var named = new TreeSet<String>();
    lines
        .takeWhile(line -> line.startsWith("#   "))
        .map(key::matcher)
        .filter(Matcher::matches)
        .forEach(line -> named.add(line.group(1)));
    assertEquals(known, named);
  }

  /** The keys that the reader names when it is given one that it does not know. */
  private Set<String> read() throws IOException {
    return known("something-else-entirely: 1\n");
  }

  private Set<String> ofRouter() throws IOException {
    return known("routers:\n  - something-else-entirely: 1\n    url: http://a/v1\n");
  }

  private Set<String> known(String yaml) throws IOException {
    var file = folder.resolve("swarm.yaml");
    Files.writeString(file, yaml);
    var err = new Shell(folder).swarm("audit", "--config", file.toString()).err();
    assertTrue(err.contains("known here: "), err);
    var line = err.substring(err.indexOf("known here: ") + "known here: ".length());
    var known = line.lines().findFirst().orElseThrow().strip();
    return new TreeSet<>(Set.of(known.split(", ")));
  }

  private static Set<String> keys(String file, Pattern pattern) throws IOException {
    var keys = new TreeSet<String>();
    var matcher = pattern.matcher(Files.readString(Path.of(file)));
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys;
  }
}
