package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command among real shells, pipes, disks and terminals. */
class CommandIT {
  @TempDir Path folder;
  private SwarmProcess swarm;
  private String recording;

  @BeforeEach
  void a_recorded_machine() throws Exception {
    swarm = new SwarmProcess(folder);
    recording = SmallRecording.in(folder.resolve("rec")).toString();
  }

  @Test
  void a_reader_who_has_enough_is_no_trouble() throws Exception {
    var ran =
        swarm.bash("swarm audit --recording rec --output json | head -1; echo ${PIPESTATUS[0]}");
    assertEquals("{\n1\n", ran.out());
    assertEquals("", ran.err());
    assertEquals("0\n", swarm.bash("swarm tools | :; echo ${PIPESTATUS[0]}").out());
  }

  @Test
  void a_full_disk_under_stdout_is_named() throws Exception {
    var ran = swarm.bash("swarm audit --recording rec > /dev/full");
    assertEquals(2, ran.code());
    assertEquals("swarm: could not write to stdout: No space left on device\n", ran.err());
  }

  @Test
  void output_is_UTF_8_in_any_locale() throws Exception {
    var ran = swarm.run("audit", "--recording", recording, "--areas", "storage");
    assertTrue(ran.out().contains("✖") && ran.out().contains("│"), ran.out());
  }

  @Test
  void the_exit_code_reaches_the_shell() throws Exception {
    assertEquals(1, swarm.run("audit", "--recording", recording).code());
    assertEquals(3, swarm.run("audit", "--recording", recording, "--areas", "time").code());
    assertEquals(2, swarm.run("audit", "--recording", "nowhere").code());
    assertEquals(2, swarm.run().code());
    assertEquals(0, swarm.run("--version").code());
  }

  @Test
  void a_real_bash_completes_commands_and_options() throws Exception {
    var ran =
        swarm.bash(
            """
            compopt() { :; } # works only while a user types
            source <(swarm generate-completion)
            complete_line() { COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMPREPLY=()
              _complete_swarm; echo "${COMPREPLY[@]}"; }
            complete_line swarm au
            complete_line swarm audit --rec
            complete_line swarm tools sh
            complete -p swarm
            """);
    assertEquals("", ran.err());
    var lines = ran.out().lines().toList();
    assertEquals("audit", lines.get(0));
    assertEquals("--recording", lines.get(1));
    assertEquals("show", lines.get(2));
    assertTrue(lines.get(3).contains("_complete_swarm"), lines.get(3));
  }

  @Test
  void a_real_man_renders_the_page_without_a_warning() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")), "there is no man here");
    var ran = swarm.bash("swarm man > swarm.1; MANWIDTH=100 man --warnings -l swarm.1 | col -b");
    assertEquals("", ran.err());
    for (var part : new String[] {"NAME", "swarm audit", "--recording=DIR", "EXIT STATUS"}) {
      assertTrue(ran.out().contains(part), part);
    }
  }

  @Test
  void the_manual_page_names_every_command_and_option() throws Exception {
    var page = swarm.run("man").out();
    for (var command : Main.commands(surroundings()).getSubcommands().entrySet()) {
      assertTrue(page.contains("swarm " + command.getKey().replace("-", "\\-")), command.getKey());
      for (var option : command.getValue().getCommandSpec().options()) {
        var name = option.longestName().replace("-", "\\-");
        assertTrue(page.contains(name) || option.usageHelp(), name);
      }
    }
  }

  @Test
  void a_terminal_gets_one_line_that_is_written_over_and_taken_away() throws Exception {
    var environment = Map.of("SWARM_STDERR_TTY", "1", "TERM", "xterm", "COLUMNS", "40");
    var err = swarm.run(environment, "audit", "--recording", recording).err();
    assertTrue(err.contains("11 areas"), err);
    assertTrue(err.endsWith("\r\u001b[K"), err);
    assertFalse(err.contains("\n"), err);
    for (var line : err.split("\r\u001b\\[K")) {
      assertTrue(line.length() < 40, line);
    }
  }

  @Test
  void a_dumb_terminal_and_a_file_get_no_progress() throws Exception {
    var dumb = Map.of("SWARM_STDERR_TTY", "1", "TERM", "dumb");
    assertEquals("", swarm.run(dumb, "audit", "--recording", recording).err());
    assertEquals("", swarm.run("audit", "--recording", recording).err());
  }

  @Test
  void verbose_tells_each_call_in_plain_lines() throws Exception {
    var err = swarm.run("audit", "--recording", recording, "--verbose").err();
    assertTrue(err.lines().anyMatch(line -> line.matches("storage/r\\d+ +filesystems +ok.*")), err);
    assertFalse(err.contains("\u001b"), err);
  }

  @Test
  void colour_is_for_terminals_that_want_it() throws Exception {
    var terminal = Map.of("SWARM_STDOUT_TTY", "1", "TERM", "xterm");
    assertTrue(colored(terminal));
    assertFalse(colored(Map.of("SWARM_STDOUT_TTY", "1", "TERM", "xterm", "NO_COLOR", "1")));
    assertFalse(colored(Map.of("SWARM_STDOUT_TTY", "1", "TERM", "dumb")));
    assertFalse(colored(Map.of()));
    assertFalse(colored(terminal, "--color", "never"));
    assertTrue(colored(Map.of("NO_COLOR", "1"), "--color", "always"));
  }

  @Test
  void full_disks_under_state_and_work_cost_the_keeping_only() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a tmpfs");
    var tiny = Files.createDirectory(folder.resolve("tiny"));
    var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "tiny");
    assumeTrue(mount.directory(folder.toFile()).start().waitFor() == 0, "no tmpfs here");
    try {
      Files.write(tiny.resolve("filler"), new byte[60_000]);
      var full = Map.of("XDG_STATE_HOME", tiny.toString(), "TMPDIR", tiny.toString());
      var ran = swarm.run(full, "audit", "--areas", "storage");
      assertTrue(ran.err().startsWith("swarm: this run is not kept: "), ran.err());
      assertTrue(ran.err().contains("space"), ran.err());
      assertEquals(1, ran.err().lines().count(), ran.err());
      assertTrue(ran.out().contains("1 subtask = 1 completed"), ran.out());
    } finally {
      assertEquals(0, new ProcessBuilder("umount", tiny.toString()).start().waitFor());
    }
  }

  @Test
  void a_work_folder_that_cannot_be_made_is_replaced() throws Exception {
    var file = Files.createFile(folder.resolve("file")).toString();
    var ran = swarm.run(Map.of("TMPDIR", file), "tools", "run", "filesystems");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("filesystem /:"), ran.out());
  }

  private boolean colored(Map<String, String> environment, String... more) throws Exception {
    var line =
        new java.util.ArrayList<>(
            java.util.List.of("audit", "--areas", "storage", "--recording", recording));
    line.addAll(java.util.List.of(more));
    return swarm.run(environment, line.toArray(String[]::new)).out().contains("\u001b[");
  }

  private static Surroundings surroundings() {
    return new Surroundings(Map.of(), System.out, System.err);
  }
}
