package dev.swarm.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was done to whom and when, and what came of it: one JSON object a line, for checkers and for
 * people who ask why a seed failed. May be used from any thread.
 */
public final class History {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final long begin = System.nanoTime();

  private History(Path file) {
    this.file = file;
  }

  /** Begins the history of {@code test} with this seed, over the one of before. */
  public static History of(String test, long seed) {
    var file = Path.of("target", "chaos", test + "-" + seed + ".jsonl").toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(test + ": seed " + seed + ", history in " + file);
    var history = new History(file);
    history.tell("seed", Map.of("test", test, "seed", seed));
    return history;
  }

  /** Adds a line: what happened, and its particulars. */
  public synchronized void tell(String what, Map<String, Object> particulars) {
    var line = new LinkedHashMap<String, Object>();
    line.put("at", now().toMillis());
    line.put("what", what);
    line.putAll(particulars);
    try {
      Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + line, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Time since it began. */
  public Duration now() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  Path file() {
    return file;
  }
}
