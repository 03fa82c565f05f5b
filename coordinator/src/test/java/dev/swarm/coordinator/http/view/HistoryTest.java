package dev.swarm.coordinator.http.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.coordinator.life.Turn;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings by day, from the turns of their lives. */
class HistoryTest {
  private static Turn turn(String at, String subject, Severity severity, Turn.Kind kind) {
    return new Turn(
        Instant.parse(at),
        new RunId("r"),
        "n1",
        Fingerprint.of("storage.space", subject),
        severity,
        kind);
  }

  @Test
  void each_day_tells_what_was_open_at_its_end_and_what_happened_on_it() {
    var turns =
        List.of(
            turn("2026-11-01T10:00:00Z", "/old", Severity.INFO, Turn.Kind.NEW),
            turn("2026-11-20T10:00:00Z", "/var", Severity.WARNING, Turn.Kind.NEW),
            turn("2026-11-21T23:59:59Z", "/var", Severity.CRITICAL, Turn.Kind.CHANGED),
            turn("2026-11-22T00:00:00Z", "/var", Severity.CRITICAL, Turn.Kind.FIXED),
            turn("2026-11-22T09:00:00Z", "/var", Severity.WARNING, Turn.Kind.BACK));
    var days = History.of(turns, List.of(), LocalDate.parse("2026-11-22"), 4).days();
    assertEquals(
        List.of(
            new History.Day(LocalDate.parse("2026-11-19"), new Severities(0, 0, 1), 0, 0, 0),
            new History.Day(LocalDate.parse("2026-11-20"), new Severities(0, 1, 1), 1, 0, 0),
            new History.Day(LocalDate.parse("2026-11-21"), new Severities(1, 0, 1), 0, 0, 0),
            new History.Day(LocalDate.parse("2026-11-22"), new Severities(0, 1, 1), 1, 1, 0)),
        days);
  }
}
