package dev.swarm.tools;

import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the paths that a glob names, through the host; {@code *} matches within one element. */
final class Globs {
  private Globs() {}

  /**
   * What a glob came to.
   *
   * @param failure why a directory on the way could not be listed, other than being absent
   */
  record Expansion(List<Path> paths, Optional<DirectoryResult.Failed> failure) {}

  static boolean isGlob(String path) {
    return path.indexOf('*') >= 0;
  }

  static Expansion expand(Host host, String glob) {
    var found = List.of(Path.of("/"));
    Optional<DirectoryResult.Failed> failure = Optional.empty();
    var elements = glob.substring(1).split("/");
    for (int i = 0; i < elements.length; i++) {
      var element = elements[i];
      boolean last = i == elements.length - 1;
      if (!isGlob(element)) {
        found = found.stream().map(path -> path.resolve(element)).toList();
        continue;
      }
      var next = new ArrayList<Path>();
      for (var directory : found) {
        var failed = matching(host, directory, element, last, next);
        failure = failure.or(() -> failed);
      }
      found = next;
    }
    return new Expansion(found, failure);
  }

  private static Optional<DirectoryResult.Failed> matching(
      Host host, Path directory, String element, boolean last, List<Path> into) {
    var pattern = Pattern.compile(Pattern.quote(element).replace("*", "\\E[^/]*\\Q"));
    return switch (host.list(directory)) {
      case DirectoryResult.Listing(var entries) -> {
        for (var entry : entries) {
          if (pattern.matcher(entry.name()).matches()
              && (last || entry.type() != DirectoryResult.Type.FILE)) {
            into.add(directory.resolve(entry.name()));
          }
        }
        yield Optional.empty();
      }
      case DirectoryResult.Failed failed ->
          failed.why() == Failure.ABSENT ? Optional.empty() : Optional.of(failed);
    };
  }
}
