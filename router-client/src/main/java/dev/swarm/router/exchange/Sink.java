package dev.swarm.router.exchange;

import dev.swarm.router.wire.ReplyReader;

/** Takes the body of a reply, piece by piece as it comes. The line's event loop calls. */
interface Sink {

  /**
   * Reads on; never throws for what a server sends.
   *
   * @return whether an event with content was in it; comments and keep-alives are none
   */
  boolean feed(byte[] bytes, int offset, int length);

  /** Whether the reply is whole, so that nothing more needs to come. */
  boolean done();

  /** What is fed goes to {@code reader}. */
  static Sink into(ReplyReader reader) {
    return new Sink() {
      @Override
      public boolean feed(byte[] bytes, int offset, int length) {
        return reader.feed(bytes, offset, length);
      }

      @Override
      public boolean done() {
        return reader.done();
      }
    };
  }
}
