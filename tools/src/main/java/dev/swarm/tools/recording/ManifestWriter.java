package dev.swarm.tools.recording;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a recording: a text file for each answer, and the manifest last. */
final class ManifestWriter {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private int written;

  ManifestWriter(Path folder) {
    this.folder = folder;
  }

  void write(Recording recording) throws IOException {
    Files.createDirectories(folder.resolve("out"));
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
        .forEach((path, result) -> directory(directories.addObject().put("path", path), result));
    Files.writeString(
        folder.resolve(RecordingFolder.MANIFEST),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
  }

  private void command(ObjectNode into, Recording.Asked asked, CommandResult result)
      throws IOException {
    asked.argv().forEach(into.putArray("argv")::add);
    into.put("sample", asked.sample());
    switch (result) {
      case CommandResult.Exited(var exit, var stdout, var stderr, _) -> {
        into.put("exit", exit);
        streams(into, stdout, stderr);
      }
      case CommandResult.Broken(var why, var detail, var stdout, var stderr, _) -> {
        error(into, why, detail);
        streams(into, stdout, stderr);
      }
      case CommandResult.NotStarted(var why, var detail) -> error(into, why, detail);
    }
  }

  private void streams(ObjectNode into, Output stdout, Output stderr) throws IOException {
    into.put("stdout", text(stdout, ".txt"));
    if (!stderr.text().isEmpty()) {
      into.put("stderr", text(stderr, ".err.txt"));
    }
    omitted(into, stdout.omitted() + stderr.omitted());
  }

  private void file(ObjectNode into, Recording.Read read, FileResult result) throws IOException {
    into.put("path", read.path());
    if (read.sample() != 1) {
      into.put("sample", read.sample());
    }
    switch (result) {
      case FileResult.Content(var output) -> {
        into.put("content", text(output, ".txt"));
        omitted(into, output.omitted());
      }
      case FileResult.Failed(var why, var detail) -> error(into, why, detail);
    }
  }

  private static void directory(ObjectNode into, DirectoryResult result) {
    switch (result) {
      case DirectoryResult.Failed(var why, var detail) -> error(into, why, detail);
      case DirectoryResult.Listing(var entries) -> {
        var array = into.putArray("entries");
        entries.forEach(entry -> name(array.addObject(), entry));
      }
    }
  }

  private static void name(ObjectNode into, DirectoryResult.Entry entry) {
    into.put("name", entry.name());
    into.put("type", entry.type().name().toLowerCase(Locale.ROOT));
    into.put("size", entry.size());
    into.put("modified", entry.modified().toString());
    entry.target().ifPresent(target -> into.put("target", target));
  }

  private static void error(ObjectNode into, Failure why, String detail) {
    into.put("error", ErrorCode.of(why).id());
    if (!detail.isBlank()) {
      into.put("detail", detail);
    }
  }

  private static void omitted(ObjectNode into, long bytes) {
    if (bytes > 0) {
      into.put("omitted", bytes);
    }
  }

  private String text(Output output, String ending) throws IOException {
    written++;
    var name = String.format(Locale.ROOT, "out/%04d%s", written, ending);
    Files.writeString(folder.resolve(name), output.text());
    return name;
  }
}
