package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.tools.host.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir private Path first;
  @TempDir private Path second;
  private Programs programs = new Programs(List.of());

  @BeforeEach
  void look_in_two_folders() {
    programs = new Programs(List.of(first, second));
  }

  @Test
  void the_first_folder_wins() throws IOException {
    Path expected = program(first, "tool", "#!/bin/true\n", "rwxr-xr-x");
    Path unused = program(second, "tool", "#!/bin/false\n", "rwxr-xr-x");
    assertEquals(new Programs.Lookup.Found(expected), programs.find("tool"));
    assertEquals(new Programs.Lookup.Found(unused), programs.find(unused.toString()));
  }

  @Test
  void a_file_that_may_not_be_executed_is_passed_over_for_one_that_may() throws IOException {
    Path closed = program(first, "tool", "#!/bin/true\n", "rw-r--r--");
    assertEquals(Failure.DENIED, why("tool"));
    Path open = program(second, "tool", "#!/bin/true\n", "rwxr-xr-x");
    assertEquals(new Programs.Lookup.Found(open), programs.find("tool"));
    assertEquals(Failure.DENIED, why(closed.toString()));
  }

  @Test
  void what_does_not_exist_is_absent() {
    assertEquals(Failure.ABSENT, why("no-such-program"));
    assertEquals(Failure.ABSENT, why("/no/such/program"));
  }

  @Test
  void a_file_that_only_a_shell_would_run_is_refused() throws IOException {
    Path text = program(first, "text", "echo I am a shell script\n", "rwxr-xr-x");
    assertEquals(Failure.BROKEN, why(text.getFileName().toString()));
  }

  @Test
  void relative_paths_are_refused() {
    for (String name : List.of("../bin/sh", "./sh", "", "a/b", "sh\0")) {
      assertEquals(Failure.BROKEN, why(name));
    }
  }

  @Test
  void a_folder_is_no_program() throws IOException {
    Path folder = Files.createDirectory(first.resolve("folder"));
    assertEquals(Failure.DENIED, why(folder.getFileName().toString()));
  }

  private Failure why(String name) {
    return assertInstanceOf(Programs.Lookup.Missing.class, programs.find(name)).reason().why();
  }

  private static Path program(Path folder, String name, String text, String permissions)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
