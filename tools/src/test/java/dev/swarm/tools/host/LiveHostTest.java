package dev.swarm.tools.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.DirectoryResult.Entry;
import dev.swarm.tools.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHostTest {
  @TempDir private Path folder;
  private LiveHost host = new LiveHost(Path.of("/"), () -> new Sandbox.None("not needed"));

  @BeforeEach
  void on_this_machine() {
    host = new LiveHost(folder.resolve("work"), () -> new Sandbox.None("not needed"));
  }

  @Test
  void a_file_is_read_whole() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "Grüße\n");
    assertEquals(new FileResult.Content(new Output("Grüße\n", 0)), host.read(file, 1));
  }

  @Test
  void of_a_large_file_head_and_tail_are_read() throws IOException {
    Path file = folder.resolve("large");
    Files.writeString(
        file, "first line\n" + ("x".repeat(99) + "\n").repeat(60_000) + "last line\n");
    Output output = content(file);
    assertTrue(output.text().startsWith("first line\n"));
    assertTrue(output.text().endsWith("x\nlast line\n"));
    assertEquals(
        Files.size(file),
        output.omitted()
            + output.text().length()
            - ("‹" + output.omitted() + " bytes omitted›\n").length());
  }

  @Test
  void a_deleted_file_that_is_still_open_has_the_size_of_the_file() throws IOException {
    Path file = Files.write(folder.resolve("held"), new byte[123_457]);
    try (var open = Files.newInputStream(file)) {
      assertEquals(123_457, open.available());
      Files.delete(file);
      var links =
          assertInstanceOf(DirectoryResult.Listing.class, host.list(Path.of("/proc/self/fd")));
      assertEquals(
          List.of(123_457L),
          links.entries().stream()
              .filter(link -> link.target().orElse("").equals(file + " (deleted)"))
              .map(Entry::size)
              .toList());
    }
  }

  @Test
  void what_is_not_there_is_absent() {
    assertEquals(Failure.ABSENT, failure(folder.resolve("nothing")));
    assertEquals(Failure.ABSENT, failure(Path.of("/proc/999999999/stat")));
    assertEquals(Failure.ABSENT, failure(folder.resolve("a/b/c")));
    assertInstanceOf(DirectoryResult.Failed.class, host.list(folder.resolve("nothing")));
  }

  @Test
  void what_is_no_file_is_refused_before_it_is_opened() {
    assertEquals(Failure.BROKEN, failure(folder));
    assertEquals(Failure.BROKEN, failure(Path.of("/dev/zero")));
    assertEquals(Failure.BROKEN, failure(Path.of("/proc")));
  }

  @Test
  void kernel_files_have_no_size_and_are_read_all_the_same() {
    assertTrue(content(Path.of("/proc/self/status")).text().startsWith("Name:"));
    assertTrue(content(Path.of("/proc/meminfo")).text().contains("MemTotal:"));
  }

  @Test
  void the_name_is_the_kernels() {
    assertEquals(content(Path.of("/proc/sys/kernel/hostname")).text().strip(), host.name());
    assertFalse(host.name().isEmpty());
  }

  @Test
  void entries_come_in_name_order_with_links_unfollowed() throws IOException {
    Files.writeString(folder.resolve("b"), "four");
    Files.createDirectory(folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("c"), Path.of("nowhere/at all"));
    List<Entry> entries =
        assertInstanceOf(DirectoryResult.Listing.class, host.list(folder)).entries();
    assertEquals(List.of("a", "b", "c"), entries.stream().map(Entry::name).toList());
    assertEquals(
        List.of(
            DirectoryResult.Type.DIRECTORY, DirectoryResult.Type.FILE, DirectoryResult.Type.LINK),
        entries.stream().map(Entry::type).toList());
    assertEquals(4, entries.get(1).size());
    assertEquals(Optional.of("nowhere/at all"), entries.get(2).target());
  }

  @Test
  void descriptors_of_a_process_are_listed_with_their_targets() {
    List<Entry> entries =
        assertInstanceOf(DirectoryResult.Listing.class, host.list(Path.of("/proc/self/fd")))
            .entries();
    assertTrue(entries.stream().allMatch(entry -> entry.target().isPresent()));
    assertFalse(entries.isEmpty());
  }

  @Test
  void whether_a_program_is_there_is_known_before_it_runs() {
    assertEquals(Optional.empty(), host.missing("ls"));
    assertEquals(Optional.of(Failure.ABSENT), host.missing("no-such-program"));
  }

  private Output content(Path file) {
    return assertInstanceOf(FileResult.Content.class, host.read(file, 1)).output();
  }

  private Failure failure(Path file) {
    return assertInstanceOf(FileResult.Failed.class, host.read(file, 1)).why();
  }
}
