package dev.swarm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process holds at one moment.
 *
 * @param heap bytes that are left of it after a full collection
 * @param files open file descriptors
 */
record Look(String process, long second, long heap, int files, int threads) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");

  /** Looks now; the process stands still while its heap is collected. */
  static Look at(String name, Process process, long second) throws Exception {
    var proc = Path.of("/proc", Long.toString(process.pid()));
    long heap = heap(process);
    try (var open = Files.list(proc.resolve("fd"))) {
      int files = (int) open.count();
      int threads = (int) number(THREADS, Files.readString(proc.resolve("status")));
      return new Look(name, second, heap, files, threads);
    }
  }

  private static long heap(Process process) throws Exception {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    var said = text(asked.getInputStream());
    if (asked.waitFor() != 0) {
      throw new IOException("jcmd: " + said);
    }
    return number(TOTAL, said);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long number(Pattern pattern, String text) throws IOException {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException(
          "no " + pattern + " in: " + text.substring(0, Math.min(300, text.length())));
    }
    return Long.parseLong(found.group(1));
  }

  String json() {
    return "{\"process\":\"%s\",\"second\":%d,\"heap\":%d,\"files\":%d,\"threads\":%d}"
        .formatted(process, second, heap, files, threads);
  }
}
