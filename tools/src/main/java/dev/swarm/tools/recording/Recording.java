package dev.swarm.tools.recording;

import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Platform;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a machine answered.
 *
 * @param recordedAt its wall clock then; ages are counted from it
 */
public record Recording(
    Platform platform,
    String hostname,
    int uid,
    Instant recordedAt,
    Map<Asked, CommandResult> commands,
    Map<Read, FileResult> files,
    Map<String, DirectoryResult> directories) {
  /** The version of the format that this code reads and writes. */
  public static final int VERSION = 1;

  public Recording {
    commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    directories = Collections.unmodifiableMap(new LinkedHashMap<>(directories));
  }

  /** A command, and which look of a pair it is. */
  public record Asked(List<String> argv, int sample) {
    public Asked {
      argv = List.copyOf(argv);
    }
  }

  /** A file, and which look of a pair it is. */
  public record Read(String path, int sample) {}
}
