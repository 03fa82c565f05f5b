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
      progress = read(bytes, offset, offset + taken);
      if (taken < length && !done()) {
        throw new GarbledException(Kind.TOO_LARGE, "it is longer than " + mostBytes + " bytes");
      }
    } catch (IOException e) {
      spoil(e, position());
    }
    return progress;
  }

  /** Whether nothing more need be read: the reply is whole, or beyond saving. */
  public boolean done() {
    return trouble.isPresent() || body.filter(Body::done).isPresent();
  }

  /** The server has ended the reply, or {@link #done()} said so: what came of it. */
  public Read end() {
    long position = done() ? position() : head.size();
    if (!done() && body.isPresent()) {
      try {
        body.get().end();
      } catch (IOException e) {
        spoil(e, head.size());
      }
    }
    return trouble
        .<Read>map(Read.Broken::new)
        .orElseGet(() -> conclusion.on(body, reply, head(position)));
  }

  private boolean read(byte[] bytes, int from, int to) throws IOException {
    if (body.isPresent()) {
      keep(bytes, from, to);
      return body.get().feed(bytes, from, to);
    }
    var begin = opening.begin(bytes, from, to);
    if (begin.isEmpty()) {
      return false;
    }
    var begun = Opening.body(bytes[begin.get()], reply, mostBytes);
    body = Optional.of(begun);
    keep(bytes, begin.get(), to);
    return begun.feed(bytes, begin.get(), to);
  }

  private void keep(byte[] bytes, int from, int to) throws IOException {
    head.add(bytes, from, from + Math.min(to - from, Conclusion.HEAD - head.size()));
  }

  /** Shows no byte behind the one that spoiled it: the same however it was cut. */
  private void spoil(IOException e, long position) {
    var begin = head(position);
    var broken =
        switch (e) {
          case GarbledException garbled ->
              conclusion.trouble(garbled.kind(), garbled.getMessage(), begin);
          case JsonProcessingException json ->
              conclusion.trouble(
                  Kind.GARBLED,
                  "it is no JSON: " + ServerText.of(json.getOriginalMessage()),
                  begin);
          default -> conclusion.trouble(Kind.GARBLED, "it could not be decoded", begin);
        };
    trouble = Optional.of(broken);
    body = Optional.empty();
  }

  private long position() {
    return body.map(Body::position).orElse(0L);
  }

  private String head(long position) {
    return Ascii.text(head.array(), 0, (int) Math.min(head.size(), position));
  }
}
