package dev.swarm.tools;

import dev.swarm.tools.host.Failure;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.text.SafeText;
import java.time.Duration;
import java.util.List;

/**
 * What a tool call gave.
 *
 * @param argv the command run, or the files read; empty where nothing ran
 * @param text what it printed, through the choke point; lines count from 1
 * @param rows what the text says; empty for every ending but {@link Ending.Ok} and {@link
 *     Ending.Flagged}
 * @param gaps what could not be seen although the tool ran; with one, nothing is <em>ok</em>
 */
public record ToolResult(
    ToolCall call,
    List<String> argv,
    Ending ending,
    SafeText text,
    List<Row> rows,
    Duration took,
    List<Gap> gaps) {
  public ToolResult {
    argv = List.copyOf(argv);
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
  }

  /** Something within the look that could not be seen: what is absent there is not known absent. */
  public record Gap(Blind blind, String reason) {}

  /** How the call ended. */
  public sealed interface Ending {

    /** It looked, and rows say what it saw. */
    record Ok() implements Ending {}

    /** It looked, and the exit code itself says that there is something. */
    record Flagged(int exit) implements Ending {}

    /** It looked, and there is nothing. */
    record Nothing() implements Ending {}

    /** The thing does not exist here. */
    record NotApplicable(String reason) implements Ending {}

    /** It could not look. */
    record Unknown(Blind blind, String reason) implements Ending {}

    /** The call was refused before anything ran; the rule says why. */
    record Refused(String rule, String reason) implements Ending {}
  }

  /** Why a tool could not look. */
  public enum Blind {
    PRIVILEGE,
    MISSING,
    TIMED_OUT,
    UNPARSABLE,
    FAILED,
    UNLISTED,
    CANCELLED
  }

  /** The reason for not looking that a failure of the host amounts to. */
  public static Blind blindness(Failure failure) {
    return switch (failure) {
      case ABSENT -> Blind.MISSING;
      case DENIED -> Blind.PRIVILEGE;
      case TIMED_OUT -> Blind.TIMED_OUT;
      case UNLISTED -> Blind.UNLISTED;
      case CANCELLED -> Blind.CANCELLED;
      case SIGNALLED, BROKEN -> Blind.FAILED;
    };
  }
}
