package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the reply to one request, in one piece or as server-sent events, from bytes that come in
 * pieces of any size. Whatever a server sends ends in a {@link Read}, never in an exception; time
 * is linear in the bytes, memory is bounded by {@code mostBytes}. One thread at a time.
 */
public final class ReplyReader {
  private final Accumulation reply = new Accumulation();
  private final Opening opening = new Opening();
  private final Conclusion conclusion;
  private final int mostBytes;
  private final Bytes head = new Bytes(Conclusion.HEAD);
  private Optional<Body> body = Optional.empty();
  private Optional<Trouble> trouble = Optional.empty();
  private int seen;

  /**
   * For the reply to {@code request}.
   *
   * @param endpoint its name, for troubles
   * @param mostBytes of the whole reply; one with more is {@link Kind#TOO_LARGE}
   */
  public ReplyReader(ChatRequest request, Profile profile, String endpoint, int mostBytes) {
    this(request, profile, endpoint, mostBytes, "");
  }

  /** As above; {@code model} is the one that was asked, and another one is remarked upon. */
  public ReplyReader(
      ChatRequest request, Profile profile, String endpoint, int mostBytes, String model) {
    this.conclusion = new Conclusion(new Assembly(request, profile, model), endpoint);
    this.mostBytes = mostBytes;
  }

  /**
   * Takes the next bytes; they may be changed afterwards.
   *
   * @return whether the reply came further: text, thinking, calls, an end, tokens. Comments, empty
   *     events and a role alone do not count, nor does white space before a reply in one piece
   */
  public boolean feed(byte[] bytes, int offset, int length) {
    if (done()) {
      return false;
    }
    int taken = Math.min(length, mostBytes - seen);
    seen += taken;
    boolean progress = false;
    try {
      head.add(bytes, offset, offset + Math.min(taken, Conclusion.HEAD - head.size()));
      progress = read(bytes, offset, offset + taken);
      if (taken < length && !done()) {
        throw new GarbledException(Kind.TOO_LARGE, "it is longer than " + mostBytes + " bytes");
      }
    } catch (IOException e) {
      spoil(e);
    }
    return progress;
  }

  /** Whether nothing more need be read: the reply is whole, or beyond saving. */
  public boolean done() {
    return trouble.isPresent() || body.filter(Body::done).isPresent();
  }

  /** The server has ended the reply, or {@link #done()} said so: what came of it. */
  public Read end() {
    if (!done() && body.isPresent()) {
      try {
        body.get().end();
      } catch (IOException e) {
        spoil(e);
      }
    }
    return trouble.<Read>map(Read.Broken::new).orElseGet(() -> conclusion.on(body, reply, head()));
  }

  private boolean read(byte[] bytes, int from, int to) throws IOException {
    if (body.isPresent()) {
      return body.get().feed(bytes, from, to);
    }
    var begin = opening.begin(bytes, from, to);
    if (begin.isEmpty()) {
      return false;
    }
    var begun = Opening.body(bytes[begin.get()], reply, mostBytes);
    body = Optional.of(begun);
    return begun.feed(bytes, begin.get(), to);
  }

  private void spoil(IOException e) {
    trouble =
        Optional.of(
            switch (e) {
              case GarbledException garbled -> conclusion.trouble(garbled.kind(), garbled.getMessage(), head());
              case JsonProcessingException json ->
                  conclusion.trouble(Kind.GARBLED, "it is no JSON that we read: " + Excerpt.of(json.getOriginalMessage(), 200), head());
              default -> conclusion.trouble(Kind.GARBLED, "it could not be decoded", head());
            });
    body = Optional.empty();
  }

  private String head() {
    return Ascii.text(head.array(), 0, head.size());
  }
}
