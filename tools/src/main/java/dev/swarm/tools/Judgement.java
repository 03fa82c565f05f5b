package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.catalog.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program's exit code and words mean, by its form. */
final class Judgement {
  private static final List<String> PRIVILEGE =
      List.of(
          "permission denied",
          "operation not permitted",
          "must be root",
          "must be run as root",
          "are you root",
          "requires root",
          "not permitted",
          "insufficient permissions",
          "insufficient privileges",
          "access denied",
          "not seeing messages from other users");

  private final Form form;

  Judgement(Form form) {
    this.form = form;
  }

  Ending of(Reading.Text reading, String text) {
    var both = text + "\n" + reading.aside();
    var absent = line(both, form.notApplicableIf());
    if (absent.isPresent()) {
      return new Ending.NotApplicable(absent.get());
    }
    var blind = line(both, form.unknownIf());
    if (blind.isPresent()) {
      return new Ending.Unknown(kind(blind.get()), blind.get());
    }
    if (form.complete() && !reading.gaps().isEmpty()) {
      var gap = reading.gaps().getFirst();
      return new Ending.Unknown(gap.blind(), gap.reason());
    }
    var exit = form.exit();
    if (exit.ok().contains(reading.exit())) {
      return new Ending.Ok();
    }
    if (exit.nothing().contains(reading.exit())) {
      return new Ending.Nothing();
    }
    return exit.finding().contains(reading.exit())
        ? new Ending.Flagged(reading.exit())
        : unexpected(reading, both);
  }

  private static Ending unexpected(Reading.Text reading, String both) {
    var said = reading.aside().isBlank() ? first(both) : first(reading.aside());
    return new Ending.Unknown(
        kind(both), "exit code " + reading.exit() + said.map(words -> ": " + words).orElse(""));
  }

  private static Optional<String> first(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
  }

  private static Blind kind(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return PRIVILEGE.stream().anyMatch(lower::contains) ? Blind.PRIVILEGE : Blind.FAILED;
  }

  /** The first line that holds one of {@code marks}, whatever its case. */
  private static Optional<String> line(String text, List<String> marks) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    var lower = marks.stream().map(mark -> mark.toLowerCase(Locale.ROOT)).toList();
    return text.lines()
        .filter(line -> lower.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains))
        .map(String::strip)
        .findFirst();
  }
}
