package dev.swarm.router.wire;

import dev.swarm.router.chat.Reply.Usage;
import java.io.IOException;

/** A reply as it grows, event by event. */
final class Accumulation {
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final Drafts calls = new Drafts();
  private String finish = "";
  private String model = "";
  private String error = "";
  private String odd = "";
  private Usage usage = Usage.UNKNOWN;
  private boolean any;
  private boolean answered;
  private boolean whole;
  private boolean marked;
  private boolean torn;

  /**
   * Adds an event.
   *
   * @return whether the reply came further by it
   * @throws GarbledException if it has too many calls
   */
  boolean add(Chunk chunk) throws IOException {
    if (marked) {
      return false;
    }
    any = true;
    answered |= chunk.answered();
    error = chunk.error();
    odd = odd.isEmpty() ? chunk.odd() : odd;
    marked = !error.isEmpty();
    model = model.isEmpty() ? chunk.model() : model;
    finish = chunk.finish().isEmpty() ? finish : chunk.finish();
    usage = chunk.usage().known() ? chunk.usage() : usage;
    add(chunk.piece(), chunk.whole());
    return chunk.progress();
  }

  /** The end is marked: nothing that follows counts. */
  void mark() {
    marked = true;
  }

  /** The last event is not whole. */
  void torn() {
    torn = true;
  }

  boolean marked() {
    return marked;
  }

  /** Whether there was an event at all. */
  boolean any() {
    return any || torn;
  }

  /** Whether a choice came. */
  boolean answered() {
    return answered;
  }

  /** Whether it came in one piece. */
  boolean whole() {
    return whole;
  }

  /** Whether the server ended it: with a reason, or with a mark. */
  boolean ended() {
    return marked || !finish.isEmpty();
  }

  /** Whether its reason to end is that it failed. */
  boolean failed() {
    return finish.equals("error");
  }

  /** The JSON of the error that came instead; empty where none did. */
  String error() {
    return error;
  }

  /** The first event that is neither an answer nor an error by its form; empty if all are. */
  String odd() {
    return odd;
  }

  /** What has come, for judging; half characters replaced. */
  Draft draft() {
    var said = text.isEmpty() ? refusal : text;
    return new Draft(
        WellFormed.text(said.toString()),
        WellFormed.text(reasoning.toString()),
        !refusal.isEmpty(),
        calls.calls(),
        finish,
        usage,
        WellFormed.text(model),
        !whole);
  }

  /** A message behind deltas repeats them; a server that sends both is believed once. */
  private void add(Piece piece, boolean message) throws IOException {
    if (message && hasContent()) {
      return;
    }
    whole |= message;
    text.append(piece.text());
    reasoning.append(piece.reasoning());
    refusal.append(piece.refusal());
    calls.add(piece.calls(), message);
  }

  private boolean hasContent() {
    return !text.isEmpty() || !reasoning.isEmpty() || !refusal.isEmpty() || !calls.isEmpty();
  }
}
