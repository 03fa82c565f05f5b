package dev.swarm.tools.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a manifest; every complaint names the entry, such as {@code commands[3].exit}. */
final class ManifestReader {
  private final Path folder;

  ManifestReader(Path folder) {
    this.folder = folder;
  }

  Recording read(JsonNode manifest) {
    int version = integer(manifest, "recordingVersion", "");
    if (version != Recording.VERSION) {
      throw wrong("recordingVersion", "is " + version + "; this swarm reads " + Recording.VERSION);
    }
    return new Recording(
        platform(text(manifest, "platform", "")),
        text(manifest, "hostname", ""),
        integer(manifest, "uid", ""),
        instant(manifest, "recordedAt", ""),
        commands(manifest.path("commands")),
        files(manifest.path("files")),
        directories(manifest.path("directories")));
  }

  private Platform platform(String id) {
    for (var platform : Platform.values()) {
      if (platform.id().equals(id)) {
        return platform;
      }
    }
    throw wrong("platform", "is 'linux' or 'macos', not '" + id + "'");
  }

  private Map<Recording.Asked, CommandResult> commands(JsonNode all) {
    var commands = new LinkedHashMap<Recording.Asked, CommandResult>();
    for (int i = 0; i < all.size(); i++) {
      var at = "commands[" + i + "]";
      var one = all.get(i);
      var argv = new ArrayList<String>();
      one.path("argv").forEach(word -> argv.add(word.asText()));
      if (argv.isEmpty()) {
        throw wrong(at + ".argv", "is a list with at least a program");
      }
      commands.put(new Recording.Asked(argv, one.path("sample").asInt(1)), command(one, at));
    }
    return commands;
  }

  private CommandResult command(JsonNode one, String at) {
    var stdout = one.hasNonNull("stdout") ? content(one, "stdout", at) : Output.EMPTY;
    var stderr = one.hasNonNull("stderr") ? content(one, "stderr", at) : Output.EMPTY;
    var failure = failure(one, at);
    if (failure.isEmpty()) {
      return new CommandResult.Exited(integer(one, "exit", at), stdout, stderr, Duration.ZERO);
    }
    var why = failure.get();
    return why == Failure.ABSENT || why == Failure.DENIED
        ? new CommandResult.NotStarted(why, one.path("argv").path(0).asText() + ": " + said(why))
        : new CommandResult.Broken(why, said(why), stdout, stderr, Duration.ZERO);
  }

  private Map<Recording.Read, FileResult> files(JsonNode all) {
    var files = new LinkedHashMap<Recording.Read, FileResult>();
    for (int i = 0; i < all.size(); i++) {
      var at = "files[" + i + "]";
      var one = all.get(i);
      var path = text(one, "path", at);
      var failure = failure(one, at);
      files.put(
          new Recording.Read(path, one.path("sample").asInt(1)),
          failure.isPresent()
              ? new FileResult.Failed(failure.get(), path + ": " + said(failure.get()))
              : new FileResult.Content(content(one, "content", at)));
    }
    return files;
  }

  private Map<String, DirectoryResult> directories(JsonNode all) {
    var directories = new LinkedHashMap<String, DirectoryResult>();
    for (int i = 0; i < all.size(); i++) {
      var at = "directories[" + i + "]";
      var one = all.get(i);
      var path = text(one, "path", at);
      var failure = failure(one, at);
      directories.put(
          path,
          failure.isPresent()
              ? new DirectoryResult.Failed(failure.get(), path + ": " + said(failure.get()))
              : new DirectoryResult.Listing(entries(one.path("entries"), at)));
    }
    return directories;
  }

  private List<DirectoryResult.Entry> entries(JsonNode all, String at) {
    var entries = new ArrayList<DirectoryResult.Entry>();
    for (int i = 0; i < all.size(); i++) {
      var one = all.get(i);
      var here = at + ".entries[" + i + "]";
      entries.add(
          new DirectoryResult.Entry(
              text(one, "name", here),
              type(one.path("type").asText("file")),
              one.path("size").asLong(0),
              instant(one, "modified", here),
              Optional.ofNullable(one.path("target").asText(null))));
    }
    entries.sort(java.util.Comparator.comparing(DirectoryResult.Entry::name));
    return entries;
  }

  private static DirectoryResult.Type type(String name) {
    return switch (name) {
      case "file" -> DirectoryResult.Type.FILE;
      case "directory" -> DirectoryResult.Type.DIRECTORY;
      case "link", "symlink" -> DirectoryResult.Type.LINK;
      default -> DirectoryResult.Type.OTHER;
    };
  }

  private Output content(JsonNode one, String key, String at) {
    var name = text(one, key, at);
    var path = folder.resolve(name).normalize();
    if (!path.startsWith(folder.normalize())) {
      throw wrong(at + "." + key, "names '" + name + "', which is outside the recording");
    }
    try {
      return new Output(new String(Files.readAllBytes(path), StandardCharsets.UTF_8), 0);
    } catch (IOException e) {
      throw wrong(
          at + "." + key,
          "names '" + name + "', which could not be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Optional<Failure> failure(JsonNode one, String at) {
    if (!one.hasNonNull("error")) {
      return Optional.empty();
    }
    var code = one.path("error").asText();
    var failure = RecordingFolder.codes().get(code);
    if (failure == null) {
      throw wrong(at + ".error", "is ENOENT, EACCES, timeout or signal, not '" + code + "'");
    }
    return Optional.of(failure);
  }

  private static String said(Failure why) {
    return switch (why) {
      case ABSENT -> "does not exist";
      case DENIED -> "permission denied";
      case TIMED_OUT -> "no end in time";
      case SIGNALLED -> "ended by a signal";
      case UNLISTED, CANCELLED, BROKEN -> "failed";
    };
  }

  private String text(JsonNode node, String key, String at) {
    if (!node.hasNonNull(key) || !node.get(key).isTextual()) {
      throw wrong((at.isEmpty() ? "" : at + ".") + key, "is missing or no text");
    }
    return node.get(key).asText();
  }

  private int integer(JsonNode node, String key, String at) {
    if (!node.path(key).isInt()) {
      throw wrong((at.isEmpty() ? "" : at + ".") + key, "is missing or no whole number");
    }
    return node.get(key).asInt();
  }

  private Instant instant(JsonNode node, String key, String at) {
    try {
      return java.time.OffsetDateTime.parse(text(node, key, at)).toInstant();
    } catch (DateTimeParseException _) {
      throw wrong((at.isEmpty() ? "" : at + ".") + key, "is no ISO 8601 time with zone");
    }
  }

  private RecordingException wrong(String entry, String what) {
    return new RecordingException(
        "could not read " + folder.resolve("manifest.json") + ": '" + entry + "' " + what);
  }
}
