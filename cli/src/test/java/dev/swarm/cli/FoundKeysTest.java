package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.endpoint.KeyException;
import dev.swarm.router.endpoint.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are found where the operator says, each time anew, and no message holds one. */
class FoundKeysTest {
  private static final String KEY = "sk-canary-0123456789abcdef";

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void a_key_comes_from_the_environment() throws Exception {
    assertEquals(KEY, keys(Map.of("A_KEY", " " + KEY + "\n")).of(variable("A_KEY")));
  }

  @Test
  void no_key_is_an_empty_one() throws Exception {
    assertEquals("", keys(Map.of()).of(new KeySource.None()));
  }

  @Test
  void a_variable_that_is_not_set_is_named() {
    assertTrue(refused(variable("A_KEY")).contains("the variable A_KEY is empty; set it"));
  }

  @Test
  void a_key_comes_from_a_file_as_it_is_now() throws Exception {
    var file = file("rw-------", KEY + "\n");
    var keys = keys(Map.of());
    assertEquals(KEY, keys.of(new KeySource.File(file)));
    Files.writeString(file, "another");
    assertEquals("another", keys.of(new KeySource.File(file)));
    assertEquals(List.of(), warnings);
  }

  @Test
  void a_key_that_everybody_can_read_is_warned_of_once() throws Exception {
    var file = file("rw-r--r--", KEY);
    var keys = keys(Map.of());
    assertEquals(KEY, keys.of(new KeySource.File(file)));
    assertEquals(KEY, keys.of(new KeySource.File(file)));
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().contains("chmod 600"), warnings.getFirst());
    assertFalse(warnings.getFirst().contains(KEY));
  }

  @Test
  void a_file_that_does_not_exist_is_named() {
    var file = folder.resolve("none");
    assertTrue(refused(new KeySource.File(file)).contains(file + ": it does not exist"));
  }

  @Test
  void what_is_no_single_word_is_no_key_and_is_not_repeated() throws Exception {
    var message = refused(new KeySource.File(file("rw-------", "key=" + KEY + " more")));
    assertTrue(message.contains("is no key"), message);
    assertFalse(message.contains(KEY), message);
  }

  @Test
  void a_command_prints_the_key_in_the_operators_environment() throws Exception {
    var script = script("#!/bin/sh\nprintf '%s\\n' \"$VAULT\"\n");
    assertEquals(KEY, keys(Map.of("VAULT", KEY)).of(command(script)));
  }

  @Test
  void a_command_gets_its_arguments_without_a_shell() throws Exception {
    var script = script("#!/bin/sh\nprintf '%s' \"$1\"\n");
    var source = new KeySource.Command(List.of(script.toString(), "$(id)"));
    assertEquals("$(id)", keys(Map.of()).of(source));
  }

  @Test
  void what_a_failing_command_says_is_not_told() throws Exception {
    var script = script("#!/bin/sh\necho " + KEY + "; echo " + KEY + " >&2; exit 3\n");
    var message = refused(command(script));
    assertTrue(message.contains("exited with 3; run it by hand"), message);
    assertFalse(message.contains(KEY), message);
  }

  @Test
  void a_command_that_does_not_exist_is_named() {
    var message = refused(new KeySource.Command(List.of("no-such-program-here")));
    assertTrue(message.contains("no-such-program-here: it is not installed"), message);
  }

  private static KeySource variable(String name) {
    return new KeySource.Environment(name);
  }

  private static KeySource command(Path script) {
    return new KeySource.Command(List.of(script.toString()));
  }

  private Path file(String rights, String text) throws IOException {
    var file = Files.writeString(folder.resolve("key"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private Path script(String text) throws IOException {
    var script = Files.writeString(folder.resolve("script"), text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private String refused(KeySource source) {
    return assertThrows(KeyException.class, () -> keys(Map.of()).of(source)).getMessage();
  }

  private FoundKeys keys(Map<String, String> environment) {
    return new FoundKeys(environment, folder.resolve("work"), warnings::add);
  }
}
