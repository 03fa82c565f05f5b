package dev.swarm.tools.recording;

import dev.swarm.tools.host.IoFailure;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.process.Capture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads the texts that a manifest names, all of them within the recording's folder, links followed:
 * a recording of a stranger shows nothing of this machine.
 */
final class Contents {
  /** Of one text head and tail are kept, as of a file of a live host. */
  private static final int CAP_BYTES = 4 * 1024 * 1024;

  private static final int CHUNK = 16 * 1024;

  private final Path folder;
  private final long most;
  private long kept;

  /**
   * @param folder of the recording
   * @param most bytes of all texts together; they are held in memory
   */
  Contents(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** The text in the file that {@code key} names; its entry may say what was cut before. */
  Output of(ManifestEntry entry, String key) {
    var name = entry.text(key);
    try {
      var output = read(inside(entry, key, name));
      return new Output(output.text(), output.omitted() + entry.bytes("omitted"));
    } catch (IOException | InvalidPathException e) {
      throw entry.wrong(
          key, "names '" + name + "', which could not be read: " + IoFailure.reason(e));
    }
  }

  private Path inside(ManifestEntry entry, String key, String name) throws IOException {
    var path = folder.resolve(name).toRealPath();
    if (!path.startsWith(folder.toRealPath())) {
      throw entry.wrong(key, "names '" + name + "', which is outside the recording");
    }
    if (!Files.isRegularFile(path)) {
      throw entry.wrong(key, "names '" + name + "', which is no file");
    }
    return path;
  }

  private Output read(Path path) throws IOException {
    var capture = new Capture(CAP_BYTES);
    try (var in = Files.newInputStream(path)) {
      var chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        capture.add(chunk, read);
      }
    }
    kept += Math.min(capture.total(), CAP_BYTES);
    if (kept > most) {
      throw new RecordingException(
          "could not read the recording "
              + folder
              + ": its texts are larger than "
              + (most >> 20)
              + " MiB together; no audit asks for so much");
    }
    return capture.output();
  }
}
