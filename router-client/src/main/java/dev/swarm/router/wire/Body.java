package dev.swarm.router.wire;

import java.io.IOException;

/** One of the forms in which a reply comes; takes bytes in pieces of any size. */
sealed interface Body permits Body.Page, SingleBody, EventBody {

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
  }
}
