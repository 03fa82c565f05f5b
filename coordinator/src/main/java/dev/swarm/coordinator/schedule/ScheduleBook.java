package dev.swarm.coordinator.schedule;

import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of each schedule, in the file {@code schedules.json}: written whole beside its
 * place and moved there, so that it is either as before or as after. Blocks; owned by one thread.
 */
final class ScheduleBook {
  private final Path file;
  private final Map<String, Kept> kept = new TreeMap<>();

  /** How it stands in the file. */
  record Page(int version, List<Kept> schedules) {}

  /**
   * Opens the book in {@code folder}. One that cannot be understood is put aside, as {@code
   * schedules.json.damaged}: what is due is due again then.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  ScheduleBook(Path folder) {
    file = folder.resolve("schedules.json");
    try {
      if (Files.exists(file)) {
        read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  private void read() throws IOException {
    try {
      var page = Wire.decode(Files.readString(file), Page.class);
      kept.putAll(page.schedules().stream().collect(Collectors.toMap(Kept::name, one -> one)));
    } catch (MalformedMessageException | IllegalStateException e) {
      var aside = file.resolveSibling(file.getFileName() + ".damaged");
      var _ = Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  boolean knows(String name) {
    return kept.containsKey(name);
  }

  /** What is known of a schedule that is known. */
  Kept of(String name) {
    return Optional.ofNullable(kept.get(name)).orElseThrow();
  }

  /**
   * On the disk when it returns.
   *
   * @throws UncheckedIOException if it could not be written; the book is as before then
   */
  void put(Kept one) {
    var all = new TreeMap<>(kept);
    var _ = all.put(one.name(), one);
    try {
      write(Wire.encode(new Page(1, List.copyOf(all.values()))));
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
    var _ = kept.put(one.name(), one);
  }

  private void write(String text) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
      channel.force(true);
    }
    var _ =
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
