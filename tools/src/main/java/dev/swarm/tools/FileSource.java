package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.catalog.Contents;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files and directories as text: one file plain, several with {@code PATH: } before lines.
 */
final class FileSource {
  private static final int NAMED = 4;

  private final Host host;
  private final StringBuilder text = new StringBuilder();
  private final List<Gap> gaps = new ArrayList<>();
  private int found;

  private FileSource(Host host) {
    this.host = host;
  }

  static Reading files(Host host, List<String> globs, Contents contents, int sample) {
    var source = new FileSource(host);
    boolean plain =
        contents != Contents.CERTIFICATES && globs.size() == 1 && !Globs.isGlob(globs.getFirst());
    var failures = new ArrayList<FileResult.Failed>();
    for (var glob : globs) {
      for (var path : source.paths(glob)) {
        switch (host.read(path, sample)) {
          case FileResult.Content(var output) ->
              source.file(path, ContentLines.of(contents, output.text()), plain);
          case FileResult.Failed failed -> failures.add(failed);
        }
      }
    }
    return source.reading(
        globs, failures.stream().map(f -> new Miss(f.why(), f.detail())).toList());
  }

  static Reading directories(Host host, List<String> globs) {
    var source = new FileSource(host);
    var failures = new ArrayList<Miss>();
    for (var glob : globs) {
      for (var path : source.paths(glob)) {
        switch (host.list(path)) {
          case DirectoryResult.Listing listing -> source.directory(path, listing);
          case DirectoryResult.Failed(var why, var detail) -> failures.add(new Miss(why, detail));
        }
      }
    }
    return source.reading(globs, failures);
  }

  private record Miss(Failure why, String detail) {}

  private List<Path> paths(String glob) {
    if (!Globs.isGlob(glob)) {
      return List.of(Path.of(glob));
    }
    var expansion = Globs.expand(host, glob);
    expansion
        .failure()
        .ifPresent(
            failed -> gaps.add(new Gap(ToolResult.blindness(failed.why()), failed.detail())));
    return expansion.paths();
  }

  private void file(Path path, String content, boolean plain) {
    found++;
    if (plain) {
      text.append(content);
      return;
    }
    content.lines().forEach(line -> text.append(path).append(": ").append(line).append('\n'));
  }

  private void directory(Path path, DirectoryResult.Listing listing) {
    found++;
    for (var entry : listing.entries()) {
      text.append(entry.type().name().toLowerCase(java.util.Locale.ROOT))
          .append(' ')
          .append(entry.size())
          .append(' ')
          .append(entry.modified())
          .append(' ')
          .append(path.resolve(entry.name()))
          .append('\n');
    }
  }

  /** Absent files beside present ones are no gap; what was denied or hung is. */
  private Reading reading(List<String> globs, List<Miss> misses) {
    var serious = misses.stream().filter(miss -> miss.why() != Failure.ABSENT).toList();
    if (found == 0) {
      if (!serious.isEmpty()) {
        return new Reading.None(globs, serious.getFirst().why(), serious.getFirst().detail(), "");
      }
      return gaps.isEmpty()
          ? new Reading.None(globs, Failure.ABSENT, absence(globs), "")
          : new Reading.Text(globs, "", "", 0, gaps);
    }
    if (!serious.isEmpty()) {
      gaps.add(
          new Gap(
              ToolResult.blindness(serious.getFirst().why()),
              serious.size() == 1
                  ? serious.getFirst().detail()
                  : serious.size() + " files could not be read: " + serious.getFirst().detail()));
    }
    return new Reading.Text(globs, text.toString(), "", 0, gaps);
  }

  private static String absence(List<String> globs) {
    if (globs.size() == 1) {
      return globs.getFirst() + " does not exist";
    }
    var first = String.join(", ", globs.subList(0, Math.min(NAMED, globs.size())));
    return globs.size() <= NAMED
        ? "none of these exists: " + first
        : "none of " + globs.size() + " places exists: " + first + " …";
  }
}
