package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;
import java.io.IOException;

/** A reply in one piece. */
final class SingleBody implements Body {
  private final Accumulation reply;
  private final Bytes bytes;
  private final JsonEnd json = new JsonEnd();
  private long position;

  SingleBody(Accumulation reply, int most) {
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
}
