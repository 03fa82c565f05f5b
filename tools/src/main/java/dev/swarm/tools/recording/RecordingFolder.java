package dev.swarm.tools.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a recording as {@code manifest.json} and one text file for each answer. */
public final class RecordingFolder {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private int written;

  private RecordingFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the recording in {@code folder}.
   *
   * @throws RecordingException naming the file, the entry and what was expected
   */
  public static Recording read(Path folder) {
    var manifest = folder.resolve("manifest.json");
    try {
      return new ManifestReader(folder).read(JSON.readTree(Files.readString(manifest)));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new RecordingException(
          "could not read "
              + manifest
              + ":"
              + (at == null ? "" : at.getLineNr() + ":")
              + " not JSON: "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new RecordingException(
          "could not read "
              + manifest
              + ": "
              + e.getClass().getSimpleName()
              + "; a recording is a folder made by 'swarm record DIR'",
          e);
    }
  }

  /**
   * Writes {@code recording} into {@code folder}, which is made if it does not exist.
   *
   * @throws RecordingException if the folder holds something already, or cannot be written
   */
  public static void write(Recording recording, Path folder) {
    try {
      Files.createDirectories(folder.resolve("out"));
      if (Files.exists(folder.resolve("manifest.json"))) {
        throw new RecordingException(
            "could not record into "
                + folder
                + ": it holds a recording already; name a new folder");
      }
      new RecordingFolder(folder).write(recording);
    } catch (IOException e) {
      throw new RecordingException("could not record into " + folder + ": " + e, e);
    }
  }

  private void write(Recording recording) throws IOException {
    var manifest = JSON.createObjectNode();
    manifest.put("recordingVersion", Recording.VERSION);
    manifest.put("platform", recording.platform().id());
    manifest.put("hostname", recording.hostname());
    manifest.put("uid", recording.uid());
    manifest.put("recordedAt", recording.recordedAt().toString());
    var commands = manifest.putArray("commands");
    for (var entry : recording.commands().entrySet()) {
      command(commands.addObject(), entry.getKey(), entry.getValue());
    }
    var files = manifest.putArray("files");
    for (var entry : recording.files().entrySet()) {
      file(files.addObject(), entry.getKey(), entry.getValue());
    }
    var directories = manifest.putArray("directories");
    recording
        .directories()
        .forEach((path, result) -> directory(directories.addObject(), path, result));
    Files.writeString(
        folder.resolve("manifest.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
  }

  private void command(ObjectNode into, Recording.Asked asked, CommandResult result)
      throws IOException {
    ArrayNode argv = into.putArray("argv");
    asked.argv().forEach(argv::add);
    into.put("sample", asked.sample());
    switch (result) {
      case CommandResult.Exited(var exit, var stdout, var stderr, _) -> {
        into.put("exit", exit);
        into.put("stdout", text(stdout.text(), ".txt"));
        if (!stderr.text().isEmpty()) {
          into.put("stderr", text(stderr.text(), ".err.txt"));
        }
      }
      case CommandResult.Broken(var why, _, var stdout, _, _) -> {
        into.put("error", code(why));
        into.put("stdout", text(stdout.text(), ".txt"));
      }
      case CommandResult.NotStarted(var why, _) -> into.put("error", code(why));
    }
  }

  private void file(ObjectNode into, Recording.Read read, FileResult result) throws IOException {
    into.put("path", read.path());
    if (read.sample() != 1) {
      into.put("sample", read.sample());
    }
    switch (result) {
      case FileResult.Content(var output) -> into.put("content", text(output.text(), ".txt"));
      case FileResult.Failed(var why, _) -> into.put("error", code(why));
    }
  }

  private static void directory(ObjectNode into, String path, DirectoryResult result) {
    into.put("path", path);
    switch (result) {
      case DirectoryResult.Failed(var why, _) -> into.put("error", code(why));
      case DirectoryResult.Listing(var entries) -> {
        var array = into.putArray("entries");
        for (var entry : entries) {
          var one = array.addObject();
          one.put("name", entry.name());
          one.put("type", entry.type().name().toLowerCase(java.util.Locale.ROOT));
          one.put("size", entry.size());
          one.put("modified", entry.modified().toString());
          entry.target().ifPresent(target -> one.put("target", target));
        }
      }
    }
  }

  private String text(String content, String ending) throws IOException {
    written++;
    var name = String.format(java.util.Locale.ROOT, "out/%04d%s", written, ending);
    Files.writeString(folder.resolve(name), content);
    return name;
  }

  private static String code(Failure why) {
    return switch (why) {
      case ABSENT -> "ENOENT";
      case DENIED -> "EACCES";
      case TIMED_OUT -> "timeout";
      case SIGNALLED, CANCELLED, BROKEN, UNLISTED -> "signal";
    };
  }

  /** The codes that stand for failures, as the manifest writes them. */
  static Map<String, Failure> codes() {
    return Map.of(
        "ENOENT", Failure.ABSENT,
        "EACCES", Failure.DENIED,
        "timeout", Failure.TIMED_OUT,
        "signal", Failure.SIGNALLED);
  }
}
