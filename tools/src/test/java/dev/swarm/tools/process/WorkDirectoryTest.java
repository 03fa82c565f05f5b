package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir private Path folder;

  @Test
  void it_is_empty_and_for_its_owner_alone() throws IOException {
    WorkDirectory directory = new WorkRoot(List.of(folder.resolve("a/b"))).create("1");
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())));
    assertTrue(directory.removeIfEmpty());
    assertFalse(Files.exists(directory.path()));
  }

  @Test
  void a_folder_that_was_good_and_is_gone_or_lost_is_looked_for_again() throws IOException {
    Path first = folder.toRealPath().resolve("a");
    Path other = folder.toRealPath().resolve("b");
    WorkRoot root = new WorkRoot(List.of(first, other));
    assertTrue(root.create("1").removeIfEmpty());
    Files.delete(first);
    assertEquals(first, root.create("2").path().getParent());
    assertTrue(new WorkDirectory(first.resolve("swarm-call-2")).removeIfEmpty());
    Files.delete(first);
    Files.writeString(first, "in the way");
    assertEquals(other, root.create("3").path().getParent());
    Files.delete(first);
    assertEquals(first, root.create("4").path().getParent());
  }

  @Test
  void what_a_program_left_is_removed_and_links_are_not_followed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "precious");
    Path inside = Files.createDirectory(folder.resolve("kept"));
    Path kept = Files.writeString(inside.resolve("file"), "precious");
    WorkDirectory directory = new WorkRoot(List.of(folder.resolve("work"))).create("1");
    Files.createSymbolicLink(directory.path().resolve("link"), outside);
    Files.createSymbolicLink(directory.path().resolve("folder"), inside);
    Path deep = Files.createDirectories(directory.path().resolve("x/y/z"));
    Files.writeString(deep.resolve("f"), "x");
    Files.setPosixFilePermissions(deep, PosixFilePermissions.fromString("---------"));
    assertFalse(directory.removeIfEmpty());
    directory.remove();
    assertFalse(Files.exists(directory.path()));
    assertTrue(Files.exists(outside));
    assertTrue(Files.exists(kept));
  }

  @Test
  void where_the_folder_cannot_be_used_the_next_one_is() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Path other = Files.createDirectory(folder.resolve("other"));
    WorkDirectory directory = new WorkRoot(List.of(file, other)).create("1");
    assertEquals(other.toRealPath(), directory.path().getParent());
  }

  @Test
  void where_none_can_be_used_each_reason_is_given() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    WorkRoot root = new WorkRoot(List.of(file, file.resolve("below")));
    IOException e = assertThrows(IOException.class, () -> root.create("1"));
    assertTrue(String.valueOf(e.getMessage()).contains(file.resolve("below").toString()));
  }

  @Test
  void what_a_killed_process_left_is_removed_when_it_is_old() throws IOException {
    Path old = Files.createDirectories(folder.resolve("swarm-call-old/x")).getParent();
    Path recent = Files.createDirectory(folder.resolve("swarm-call-recent"));
    Path others = Files.createDirectory(folder.resolve("something-else"));
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    for (Path path : List.of(old, others)) {
      Files.setLastModifiedTime(path, longAgo);
    }
    assertTrue(new WorkRoot(List.of(folder)).create("1").removeIfEmpty());
    assertEquals(
        List.of(false, true, true),
        List.of(Files.exists(old), Files.exists(recent), Files.exists(others)));
  }
}
