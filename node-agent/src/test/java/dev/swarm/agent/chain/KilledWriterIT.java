package dev.swarm.agent.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write a chain, say what is on disk, and are killed meanwhile. */
class KilledWriterIT {
  private static final Keeping SMALL_FILES = new Keeping(4_000, 1_000);

  @TempDir private Path folder;

  /** Writes until it is killed; says each number once its line is on disk. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      var log = Chains.open(Path.of(arguments[0]), SMALL_FILES, Signer.NOBODY).log();
      for (int number = Integer.parseInt(arguments[1]); true; number++) {
        var _ = log.append(List.of("{\"number\":" + number + "}")).join();
        System.out.println(number);
      }
    }
  }

  @Test
  void nothing_that_was_said_to_be_on_disk_is_lost_and_the_chain_goes_on() throws Exception {
    var file = folder.resolve("a.log");
    int next = 1;
    for (int kill = 0; kill < 12; kill++) {
      var random = new Random(kill);
      int said = killedAfter(file, next, 1 + random.nextInt(80), random.nextInt(3_000_000));
      Chains.open(file, SMALL_FILES, Signer.NOBODY).log().close();
      var numbers = numbers(file);
      assertTrue(numbers.getLast() >= said, "lost " + (said - numbers.getLast()));
      for (int i = 0; i < numbers.size(); i++) {
        assertEquals(i + 1, numbers.get(i));
      }
      assertInstanceOf(Verification.Sound.class, Verification.of(file, Optional.empty()));
      next = numbers.getLast() + 1;
    }
  }

  private static List<Integer> numbers(Path file) throws IOException {
    var numbers = new ArrayList<Integer>();
    Chains.readAll(
        file,
        body -> {
          if (body.startsWith("{\"number\":")) {
            numbers.add(Integer.valueOf(body.substring(10, body.length() - 1)));
          }
        });
    return numbers;
  }

  /** Kills a writer a little after it has said so many, and tells the last that it said. */
  private static int killedAfter(Path file, int first, int wanted, int nanosMore) throws Exception {
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int said = 0;
    try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      while (said < first + wanted) {
        said = Integer.parseInt(lines.readLine());
      }
      LockSupport.parkNanos(nanosMore);
      assertTrue(child.toHandle().destroyForcibly()); // which leaves what it said to be read
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said = Integer.parseInt(line);
      }
    }
    return said;
  }
}
