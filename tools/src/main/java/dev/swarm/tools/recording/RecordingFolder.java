package dev.swarm.tools.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.tools.host.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A recording on disk: {@code manifest.json}, and one text file for each answer. */
public final class RecordingFolder {
  static final String MANIFEST = "manifest.json";

  /** Of the manifest, and of all texts together: both are held in memory. */
  private static final long MOST_BYTES = 48L << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private RecordingFolder() {}

  /**
   * Reads the recording in {@code folder}.
   *
   * @throws RecordingException naming the file, the entry and what was expected
   */
  public static Recording read(Path folder) {
    var manifest = folder.resolve(MANIFEST);
    var whole = ManifestEntry.whole(manifest, json(manifest));
    return new ManifestReader(whole, new Contents(folder, MOST_BYTES)).read();
  }

  private static JsonNode json(Path manifest) {
    try (var in = Files.newInputStream(manifest)) {
      if (!Files.isRegularFile(manifest) || Files.size(manifest) > MOST_BYTES) {
        throw unreadable(manifest, "it is no file of a size that an audit makes");
      }
      return JSON.readTree(in);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var line = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new RecordingException(
          "could not read " + manifest + line + ": it is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw unreadable(manifest, IoFailure.reason(e));
    }
  }

  private static RecordingException unreadable(Path manifest, String reason) {
    return new RecordingException(
        "could not read "
            + manifest
            + ": "
            + reason
            + "; a recording is a folder made by 'swarm record DIR'");
  }

  /**
   * Makes {@code folder}, for its owner only, where it is not there.
   *
   * @throws RecordingException if it cannot be made or written to, or holds anything already
   */
  public static void prepare(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw unwritable(folder, "it is not empty; name a new folder");
        }
      }
      if (!Files.isWritable(folder)) {
        throw unwritable(folder, "it is not writable; name another folder");
      }
    } catch (IOException e) {
      throw unwritable(folder, IoFailure.reason(e) + "; name another folder");
    }
  }

  /**
   * Writes {@code recording} into {@code folder}, as {@link #prepare} left it.
   *
   * @throws RecordingException if it cannot be written; what is there then has no manifest
   */
  public static void write(Recording recording, Path folder) {
    try {
      new ManifestWriter(folder).write(recording);
    } catch (IOException e) {
      throw unwritable(folder, IoFailure.reason(e) + "; what is there is no recording: remove it");
    }
  }

  private static RecordingException unwritable(Path folder, String reason) {
    return new RecordingException("could not record into " + folder + ": " + reason);
  }
}
