package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit among broken files and folders still audits, and says what it had to do without. */
class BrokenPlacesTest {
  private static final String[] AUDIT = {"audit", "--areas", "storage", "--recording"};

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void a_machine_with_a_full_var() throws IOException {
    shell = new Shell(folder);
    var _ = SmallRecording.in(folder.resolve("rec"));
  }

  @Test
  void a_sound_audit_finds_it_and_says_nothing_else() throws IOException {
    var ran = audit("");
    assertEquals(1, ran.code());
    assertTrue(ran.out().contains("/var"), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void a_state_folder_that_is_a_file_costs_the_keeping_only() throws IOException {
    Files.writeString(folder.resolve("state"), "x");
    findsAllTheSame("state-folder: DIR/state", "this run is not kept: could not open");
  }

  @Test
  void a_damaged_store_costs_the_keeping_only() throws IOException {
    Files.createDirectory(folder.resolve("state"));
    Files.writeString(
        folder.resolve("state/runs.db"), "this is no database at all, is it? ".repeat(99));
    findsAllTheSame("state-folder: DIR/state", "this run is not kept: ");
  }

  @Test
  void an_empty_store_costs_the_keeping_only() throws IOException {
    Files.createDirectory(folder.resolve("state"));
    Files.createFile(folder.resolve("state/runs.db"));
    findsAllTheSame("state-folder: DIR/state", "this run is not kept: ");
  }

  @Test
  void a_state_folder_below_a_file_costs_the_keeping_only() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    findsAllTheSame("state-folder: DIR/file/state", "this run is not kept: could not open");
  }

  @Test
  void a_broken_tool_of_the_operator_is_named_with_its_line() throws IOException {
    Files.createDirectory(folder.resolve("tools"));
    Files.writeString(folder.resolve("tools/mine.yaml"), "tools:\n  - name: Mine!\n");
    findsAllTheSame("tools-folder: DIR/tools", "ignored: DIR/tools/mine.yaml:2:");
  }

  @Test
  void a_tools_file_that_is_no_yaml_is_named() throws IOException {
    Files.createDirectory(folder.resolve("tools"));
    Files.writeString(folder.resolve("tools/mine.yaml"), "tools: [");
    findsAllTheSame("tools-folder: DIR/tools", "ignored: DIR/tools/mine.yaml:");
  }

  @Test
  void a_broken_check_of_the_operator_is_named_with_its_line() throws IOException {
    Files.createDirectory(folder.resolve("checks"));
    Files.writeString(
        folder.resolve("checks/mine.yaml"), "checks:\n  - id: storage.mine\n    tool: nothing\n");
    findsAllTheSame("checks-folder: DIR/checks", "ignored: DIR/checks/mine.yaml:2:");
  }

  @Test
  void a_tools_folder_that_does_not_exist_is_named() throws IOException {
    findsAllTheSame("tools-folder: DIR/none", "ignored: DIR/none: could not list the folder");
  }

  @Test
  void a_list_of_definitions_with_a_mistake_is_still_listed_and_exits_2() throws IOException {
    var ran = shell.swarm("checks", "--config", config("checks-folder: DIR/none"));
    assertEquals(2, ran.code());
    assertTrue(ran.out().contains("storage.space"), ran.out());
    assertTrue(ran.err().contains("could not list the folder"), ran.err());
  }

  @Test
  void the_report_of_last_time_stays_whole_until_the_new_one_is() throws IOException {
    var report = folder.resolve("report.json");
    Files.writeString(report, "the old one");
    var ran = shell.swarm(audit("--output", "json", "--output-file", report.toString()));
    assertEquals(1, ran.code(), ran.err());
    assertTrue(Files.readString(report).startsWith("{"));
    assertEquals("", ran.out());
    assertFalse(Files.exists(folder.resolve("report.json.new")));
  }

  @Test
  void a_full_disk_under_the_report_is_named_after_an_audit_that_is_kept() {
    var ran = shell.swarm(audit("--output-file", "/dev/full"));
    assertEquals(2, ran.code());
    assertTrue(
        ran.err().contains("could not write the report to /dev/full: No space left"), ran.err());
    assertTrue(shell.swarm("runs").out().contains("little"));
    assertTrue(shell.swarm("show").out().contains("/var"));
  }

  private void findsAllTheSame(String setting, String talk) throws IOException {
    var ran = audit(setting);
    var err = ran.err().replace(folder.toString(), "DIR");
    assertEquals(1, ran.code(), err);
    assertTrue(ran.out().contains("/var"), ran.out());
    assertTrue(err.contains("swarm: " + talk), err);
    assertFalse(err.contains("Exception"), err);
  }

  private Shell.Ran audit(String setting) throws IOException {
    return shell.swarm(audit("--config", config(setting)));
  }

  private String[] audit(String... more) {
    var line = new java.util.ArrayList<>(java.util.List.of(AUDIT));
    line.add(folder.resolve("rec").toString());
    line.addAll(java.util.List.of(more));
    return line.toArray(String[]::new);
  }

  private String config(String setting) throws IOException {
    var file = folder.resolve("swarm.yaml");
    Files.writeString(file, setting.replace("DIR", folder.toString()) + "\n");
    return file.toString();
  }
}
