package dev.swarm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.chaos.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** An audit under way, from the machine that asked. */
final class Asked {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Program program;
  private final List<Path> stores;
  private final long begin = System.nanoTime();

  /**
   * @param stores where the run may be kept: where it was asked, and where somebody coordinates
   */
  Asked(Program program, List<Path> stores) {
    this.program = program;
    this.stores = List.copyOf(stores);
  }

  Program program() {
    return program;
  }

  /** Waits for its end. */
  Answered answered() {
    int code = program.ended(LONGEST);
    var took = Duration.ofNanos(System.nanoTime() - begin);
    try {
      var report = new ObjectMapper().readTree(program.out());
      if (!report.has("run")) {
        throw new AssertionError("no report: " + program.told());
      }
      return new Answered(code, report, log(report.at("/run/id").asText()), took, program.err());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no report: " + program.told(), e);
    }
  }

  /** A coordinator that was killed has only the beginning of a run. */
  private RunLog log(String run) {
    return stores.stream()
        .map(store -> RunLog.read(store, run))
        .max(Comparator.comparingInt(log -> log.events().size()))
        .orElseThrow();
  }

  /** What came of it. */
  record Answered(int code, JsonNode report, RunLog log, Duration took, String said) {
    /** For the message of a failed test: what was said, the sums, and what did not complete. */
    String told() {
      var failed = new StringBuilder();
      for (var subtask : report.get("subtasks")) {
        if (!subtask.get("outcome").asText().equals("completed")) {
          failed.append(subtask).append('\n');
        }
      }
      return "exit %d after %s%n%s%n%s%n%s"
          .formatted(code, took, said, report.at("/totals/subtasks"), failed);
    }

    Findings findings() {
      return Findings.of(log);
    }

    /** The work itself, from the first acceptance to the last outcome. */
    Duration work() {
      var first = log.recorded("subtask-accepted").map(one -> one.get("at").asText()).findFirst();
      var last =
          log.recorded("subtask-ended")
              .map(one -> one.get("at").asText())
              .reduce((_, later) -> later);
      return Duration.between(
          java.time.Instant.parse(first.orElseThrow()),
          java.time.Instant.parse(last.orElseThrow()));
    }

    int count(String pointer) {
      return report.at(pointer).asInt();
    }
  }
}
