package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings over time for people: a line each, and what was said below it. */
final class FindingsText {
  private static final int SHORT = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private FindingsText() {}

  static String of(List<Life> lives, Instant now, int width) {
    if (lives.isEmpty()) {
      return "";
    }
    var columns = new Columns();
    columns.row("FINDING", "SEVERITY", "NODE", "SINCE", "STATE", "WHAT");
    for (var life : lives) {
      columns.row(
          id(life),
          life.severity().id(),
          plain(life.node()),
          TIME.format(life.firstSeen()),
          state(life, now),
          plain(life.title()));
    }
    return columns.text(Math.max(width, 60)) + said(lives, now);
  }

  /** As much of its fingerprint as tells it apart. */
  static String id(Life life) {
    var print = life.fingerprint().value();
    return print.substring(0, Math.min(SHORT, print.length()));
  }

  private static String state(Life life, Instant now) {
    var words = new ArrayList<String>();
    words.add(
        switch (life.state()) {
          case FIXED -> "fixed " + life.fixedAt().map(TIME::format).orElse("");
          case OPEN -> life.returned() ? "back" : "open";
        });
    if (life.swinging()) {
      words.add("swinging");
    }
    life.judgement().flatMap(said -> word(said, now)).ifPresent(words::add);
    return String.join(", ", words);
  }

  private static Optional<String> word(Judgement said, Instant now) {
    return switch (said) {
      case Judgement.Accepted accepted ->
          Optional.of(accepted.holds(now) ? "accepted" : "acceptance over");
      case Judgement.Acknowledged _ -> Optional.of("acknowledged");
      case Judgement.Wrong _ -> Optional.of("called wrong");
      case Judgement.Withdrawn _ -> Optional.empty();
    };
  }

  private static String said(List<Life> lives, Instant now) {
    var lines =
        lives.stream()
            .filter(life -> life.judgement().isPresent())
            .map(life -> "  " + id(life) + " on " + life.node() + ": " + words(life, now))
            .map(FindingsText::plain)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "" : "\n" + lines + "\n";
  }

  private static String words(Life life, Instant now) {
    var said = life.judgement().orElseThrow();
    var until =
        said instanceof Judgement.Accepted accepted
            ? " until " + TIME.format(accepted.until())
            : "";
    var note = said.note().isBlank() ? "" : ": " + said.note();
    var whose = said instanceof Judgement.Wrong ? " (reported by " + life.mind() + ")" : "";
    return word(said, now).orElse("") + " by " + said.by() + until + note + whose;
  }

  /** What a node or an operator wrote moves no cursor. */
  private static String plain(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
