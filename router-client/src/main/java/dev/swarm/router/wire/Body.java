package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;
import java.io.IOException;

/** One of the forms in which a reply comes; takes bytes in pieces of any size. */
sealed interface Body permits Body.Page, Body.Single, EventBody {

  /**
   * Takes the next bytes.
   *
   * @return whether the reply came further by them
   * @throws IOException if they can be of no reply
   */
  boolean feed(byte[] bytes, int from, int to) throws IOException;

  /** How many bytes were read when the last of {@link #feed} ended or failed. */
  long position();

  /** Whether it is complete, so that nothing more needs to be read. */
  boolean done();

  /** The server has ended it. */
  void end() throws IOException;

  /** Why what was taken until the end is no reply at all; empty if it may be one. */
  String objection();

  /** What a server, or a proxy before it, says to browsers. */
  record Page() implements Body {
    @Override
    public boolean feed(byte[] bytes, int from, int to) {
      return false;
    }

    @Override
    public long position() {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean done() {
      return false;
    }

    @Override
    public void end() {}

    @Override
    public String objection() {
      return "it is a web page";
    }
  }

  /** A reply in one piece. */
  final class Single implements Body {
    private final Accumulation reply;
    private final Bytes bytes;
    private final JsonEnd json = new JsonEnd();
    private long position;

    Single(Accumulation reply, int most) {
      this.reply = reply;
      this.bytes = new Bytes(most);
    }

    @Override
    public boolean feed(byte[] fed, int from, int to) throws IOException {
      for (int i = from; i < to; i++) {
        position++;
        if (json.next(fed[i])) {
          bytes.add(fed, from, i + 1);
          var _ = reply.add(ChunkReader.read(bytes.array(), 0, bytes.size()));
          return true;
        }
        if (json.depth() > WireJson.DEEPEST) {
          throw new GarbledException(
              Kind.GARBLED, "it is nested deeper than " + WireJson.DEEPEST + " levels");
        }
      }
      bytes.add(fed, from, to);
      return !Ascii.isBlank(fed, from, to);
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public boolean done() {
      return json.ended();
    }

    @Override
    public void end() {}

    @Override
    public String objection() {
      return "";
    }
  }
}
