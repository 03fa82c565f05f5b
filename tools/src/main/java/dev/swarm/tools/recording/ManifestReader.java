package dev.swarm.tools.recording;

import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a manifest: liberal about what may be left out, strict about what makes no sense. Every
 * complaint names the entry, such as {@code commands[3].exit}.
 */
final class ManifestReader {
  /** Somebody without rights; claims less than uid 0 would. */
  private static final int ANYBODY = 1000;

  private final ManifestEntry manifest;
  private final Contents contents;

  ManifestReader(ManifestEntry manifest, Contents contents) {
    this.manifest = manifest;
    this.contents = contents;
  }

  Recording read() {
    int version = manifest.integer("recordingVersion");
    if (version != Recording.VERSION) {
      throw manifest.wrong(
          "recordingVersion", "is " + version + "; this swarm reads " + Recording.VERSION);
    }
    return new Recording(
        platform(manifest.text("platform")),
        manifest.maybeText("hostname").orElse("recorded"),
        manifest.maybeInteger("uid").orElse(ANYBODY),
        manifest.instant("recordedAt"),
        all("commands", this::asked, this::command),
        all("files", this::asksFor, this::file),
        all("directories", ManifestReader::path, this::directory));
  }

  private Platform platform(String id) {
    return Arrays.stream(Platform.values())
        .filter(platform -> platform.id().equals(id))
        .findFirst()
        .orElseThrow(() -> manifest.wrong("platform", "is linux or macos, not '" + id + "'"));
  }

  /** The entries of a list by what was asked; two answers to one question are a mistake. */
  private <K, V> Map<K, V> all(
      String list, Function<ManifestEntry, K> question, Function<ManifestEntry, V> answer) {
    var all = new LinkedHashMap<K, V>();
    var places = new HashMap<K, String>();
    for (var entry : manifest.entries(list)) {
      var asked = question.apply(entry);
      var before = places.putIfAbsent(asked, entry.place());
      if (before != null) {
        throw entry.wrong("asks the same as '" + before + "'; keep one of them");
      }
      all.put(asked, answer.apply(entry));
    }
    return all;
  }

  private Recording.Asked asked(ManifestEntry entry) {
    var argv = entry.texts("argv");
    if (argv.isEmpty()) {
      throw entry.wrong("argv", "is a list with at least a program");
    }
    return new Recording.Asked(argv, sample(entry));
  }

  private Recording.Read asksFor(ManifestEntry entry) {
    return new Recording.Read(path(entry), sample(entry));
  }

  private static int sample(ManifestEntry entry) {
    int sample = entry.maybeInteger("sample").orElse(1);
    if (sample != 1 && sample != 2) {
      throw entry.wrong("sample", "is 1 or 2, not " + sample);
    }
    return sample;
  }

  private static String path(ManifestEntry entry) {
    var path = entry.text("path");
    if (!path.startsWith("/")) {
      throw entry.wrong("path", "is absolute on its host, not '" + path + "'");
    }
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private CommandResult command(ManifestEntry entry) {
    var error = error(entry);
    var stdout = entry.has("stdout") ? contents.of(entry, "stdout") : Output.EMPTY;
    var stderr = entry.has("stderr") ? contents.of(entry, "stderr") : Output.EMPTY;
    if (error.isEmpty()) {
      if (!entry.has("exit")) {
        throw entry.wrong("exit", "is missing, and there is no 'error' in its place");
      }
      return new CommandResult.Exited(entry.integer("exit"), stdout, stderr, Duration.ZERO);
    }
    var program = entry.texts("argv").getFirst();
    return switch (error.get()) {
      case ABSENT, DENIED ->
          new CommandResult.NotStarted(error.get().failure(), detail(entry, program, error.get()));
      case TIMEOUT, SIGNAL ->
          new CommandResult.Broken(
              error.get().failure(),
              detail(entry, program, error.get()),
              stdout,
              stderr,
              Duration.ZERO);
    };
  }

  private FileResult file(ManifestEntry entry) {
    var error = error(entry);
    return error.isPresent()
        ? new FileResult.Failed(error.get().failure(), detail(entry, path(entry), error.get()))
        : new FileResult.Content(contents.of(entry, "content"));
  }

  private DirectoryResult directory(ManifestEntry entry) {
    var error = error(entry);
    return error.isPresent()
        ? new DirectoryResult.Failed(error.get().failure(), detail(entry, path(entry), error.get()))
        : new DirectoryResult.Listing(names(entry));
  }

  private static List<DirectoryResult.Entry> names(ManifestEntry entry) {
    if (!entry.has("entries")) {
      throw entry.wrong("entries", "is missing, and there is no 'error' in its place");
    }
    return entry.entries("entries").stream()
        .map(ManifestReader::name)
        .sorted(Comparator.comparing(DirectoryResult.Entry::name))
        .toList();
  }

  /** A file's age may be judged, so it is never guessed. */
  private static DirectoryResult.Entry name(ManifestEntry entry) {
    var type = type(entry);
    var timed = type == DirectoryResult.Type.FILE || entry.has("modified");
    return new DirectoryResult.Entry(
        entry.text("name"),
        type,
        entry.bytes("size"),
        timed ? entry.instant("modified") : Instant.EPOCH,
        entry.maybeText("target"));
  }

  private static DirectoryResult.Type type(ManifestEntry entry) {
    var type = entry.maybeText("type").orElse("file");
    return switch (type) {
      case "file" -> DirectoryResult.Type.FILE;
      case "directory" -> DirectoryResult.Type.DIRECTORY;
      case "link", "symlink" -> DirectoryResult.Type.LINK;
      case "other" -> DirectoryResult.Type.OTHER;
      default -> throw entry.wrong("type", "is file, directory, link or other, not '" + type + "'");
    };
  }

  private static Optional<ErrorCode> error(ManifestEntry entry) {
    return entry
        .maybeText("error")
        .map(id ->
            ErrorCode.named(id)
                .orElseThrow(() ->
                    entry.wrong(
                        "error", "is ENOENT, EACCES, timeout or signal, not '" + id + "'")));
  }

  private static String detail(ManifestEntry entry, String what, ErrorCode error) {
    return entry.maybeText("detail").orElseGet(() -> what + ": " + error.words());
  }
}
