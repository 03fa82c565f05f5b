package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/**
 * A reply as server-sent events. Looser than their specification where servers are: lines end with
 * LF, CR or both, events need no empty line between them, and an error may come without {@code
 * data:}.
 */
final class EventBody implements Body, Lines.Reader {
  /** Bytes in a line, and in an event of many lines. */
  static final int LONGEST = 4 << 20;

  private final Accumulation reply;
  private final Bytes event = new Bytes(LONGEST);
  private final Lines lines = new Lines(LONGEST, this);
  private boolean foreign;
  private boolean known;
  private boolean odd;

  EventBody(Accumulation reply) {
    this.reply = reply;
  }

  @Override
  public boolean feed(byte[] bytes, int from, int to) throws IOException {
    return lines.feed(bytes, from, to);
  }

  @Override
  public long position() {
    return lines.position();
  }

  @Override
  public boolean done() {
    return reply.marked();
  }

  /** A last line without its end counts; half an event is left out. */
  @Override
  public void end() throws IOException {
    var _ = lines.end();
    if (event.size() > 0 && !JsonEnd.isIn(event.array(), 0, event.size())) {
      reply.torn();
    } else {
      var _ = dispatch();
    }
  }

  /** Why what was taken until the end is no stream at all; empty if it may be one. */
  String objection() {
    return odd || (foreign && !known) ? "it is neither JSON nor server-sent events" : "";
  }

  @Override
  public boolean line(byte[] bytes, int from, int to) throws IOException {
    if (from == to) {
      return dispatch();
    }
    if (Ascii.startsWith(bytes, from, to, "data:")) {
      known = true;
      return data(bytes, from + 5, to);
    }
    if (bytes[from] == '{') {
      return data(bytes, from, to);
    }
    if (Ascii.startsWith(bytes, from, to, "error:")) {
      // llama-server until 2025, for an error in mid-stream
      return data(bytes, from + 6, to);
    }
    look(bytes, from, to);
    return false;
  }

  private void look(byte[] bytes, int from, int to) {
    boolean field = bytes[from] == ':';
    for (var name : new String[] {"event", "id", "retry", "data"}) {
      field |= Ascii.startsWith(bytes, from, to, name + ":") || Ascii.is(bytes, from, to, name);
    }
    known |= field;
    foreign |= !field;
  }

  private boolean data(byte[] bytes, int from, int to) throws IOException {
    int start = Ascii.skipSpace(bytes, from, to);
    int end = Ascii.trimmedEnd(bytes, start, to);
    if (start == end || bytes[start] == ':') {
      return false;
    }
    if (Ascii.is(bytes, start, end, "[DONE]")) {
      boolean progress = dispatch();
      reply.mark();
      return progress;
    }
    if (event.size() == 0 && bytes[start] != '{') {
      odd = true;
      return false;
    }
    if (event.size() > 0) {
      event.add(new byte[] {'\n'}, 0, 1);
      event.add(bytes, start, end);
      return false;
    }
    return whole(bytes, start, end);
  }

  /** Reads an event at its first line; one that goes on in further lines waits for them. */
  private boolean whole(byte[] bytes, int from, int to) throws IOException {
    try {
      return reply.add(ChunkReader.read(bytes, from, to));
    } catch (JsonProcessingException e) {
      if (JsonEnd.isIn(bytes, from, to)) {
        throw e;
      }
      event.add(bytes, from, to);
      return false;
    }
  }

  private boolean dispatch() throws IOException {
    if (event.size() == 0) {
      return false;
    }
    var chunk = ChunkReader.read(event.array(), 0, event.size());
    event.clear();
    return reply.add(chunk);
  }
}
