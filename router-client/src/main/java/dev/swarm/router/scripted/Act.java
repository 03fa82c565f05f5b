package dev.swarm.router.scripted;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** How a deviation is done. */
sealed interface Act {

  /** The reply is changed, before it is cut into pieces. */
  record Edits(Consumer<Draft> edit) implements Act {}

  /** The pieces of a streamed reply are changed; a whole reply stays as it is. */
  record Cuts(Consumer<List<Piece>> cut) implements Act {}

  /** The request is refused. */
  record Refuses(Function<Moment, Refusal> refusal) implements Act {}

  /** A rule is in force. */
  record Insists(Rule rule) implements Act {}

  /** The reply is played like this. */
  record Plays(Fault fault) implements Act {}

  /** The server itself behaves like this. */
  record Behaves(Conduct conduct) implements Act {}

  /** What a refusal may tell of. */
  record Moment(Asked asked, Served served, Instant now) {}

  /** What more than one answer is needed for. */
  enum Conduct {
    /** Everything but {@code /health} says 503 Loading model, and that too. */
    LOADING,
    /** {@code /health} and the like do not answer while a request is worked on. */
    SILENT_WHILE_BUSY,
    /** Requests are never answered, and {@code /health} is fine. */
    GREEN_AND_HUNG,
    /** A slot whose client is gone stays taken until the model has thought. */
    LINGERS,
    /** A streamed reply was asked for, and a whole one comes. */
    ANSWERS_WHOLE,
    /** Who may not call tools is given calls. */
    IGNORES_CHOICE
  }
}
