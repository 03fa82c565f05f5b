package dev.swarm.agent.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The files of a chain that are full: {@code commands.log} leaves {@code commands.log.000001} … */
final class Rotated {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6,9}");

  private final Path current;

  Rotated(Path current) {
    this.current = current;
  }

  /** Oldest first. */
  List<Path> files() throws IOException {
    var prefix = current.getFileName() + ".";
    try (var beside = Files.list(current.toAbsolutePath().getParent())) {
      return beside
          .filter(path -> String.valueOf(path.getFileName()).startsWith(prefix))
          .filter(path -> NUMBER.matcher(suffix(path, prefix)).matches())
          .sorted((one, other) -> Integer.compare(number(one, prefix), number(other, prefix)))
          .toList();
    }
  }

  /** Oldest first, and the current one last, if it is there. */
  List<Path> withCurrent() throws IOException {
    var all = new ArrayList<>(files());
    if (Files.exists(current)) {
      all.add(current);
    }
    return List.copyOf(all);
  }

  /** Where the current file goes next. */
  Path next() throws IOException {
    var files = files();
    int last = files.isEmpty() ? 0 : number(files.getLast(), current.getFileName() + ".");
    return current.resolveSibling("%s.%06d".formatted(current.getFileName(), last + 1));
  }

  void deleteAllBut(int kept) throws IOException {
    var files = files();
    for (var old : files.subList(0, Math.max(0, files.size() - kept))) {
      Files.delete(old);
    }
  }

  private static int number(Path path, String prefix) {
    return Integer.parseInt(suffix(path, prefix));
  }

  private static String suffix(Path path, String prefix) {
    return String.valueOf(path.getFileName()).substring(prefix.length());
  }
}
