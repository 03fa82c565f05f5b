package dev.swarm.router.scripted;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpObjectEncoder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The bytes of a connection, past the HTTP encoder: an HttpServer cannot misbehave enough. TLS
 * stays below. Vert.x has no public door to a connection's channel ({@code toNetSocket} sends a 200
 * first), hence the internal class. Event loop only.
 */
final class RawWire {
  private final Vertx vertx;
  private final Channel channel;
  private final ChannelHandlerContext encoder;
  private boolean ended;

  RawWire(Vertx vertx, HttpConnection connection) {
    this.vertx = vertx;
    this.channel = ((ConnectionBase) connection).channel();
    this.encoder = channel.pipeline().context(HttpObjectEncoder.class);
  }

  void send(byte[] bytes) {
    var _ = encoder.writeAndFlush(Unpooled.wrappedBuffer(bytes));
  }

  void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Goes on later, if the connection is still there. */
  void after(Duration wait, Runnable then) {
    var _ =
        vertx.setTimer(
            Math.max(1, wait.toMillis()),
            timer -> {
              if (channel.isActive()) {
                then.run();
              }
            });
  }

  /** Sends block after block as fast as they are taken, until the connection ends. */
  void endlessly(byte[] block) {
    repeatedly(Long.MAX_VALUE, block, () -> {});
  }

  /** Sends {@code times} blocks as fast as they are taken, and then goes on. */
  void repeatedly(long times, byte[] block, Runnable then) {
    if (times <= 0) {
      then.run();
      return;
    }
    var _ =
        encoder
            .writeAndFlush(Unpooled.wrappedBuffer(block))
            .addListener(written -> {
              if (written.isSuccess()) {
                repeatedly(times - 1, block, then);
              }
            });
  }

  /** Sends block after block at a pace, until the connection ends. */
  void drip(Duration pace, Supplier<byte[]> block) {
    send(block.get());
    after(pace, () -> drip(pace, block));
  }

  /** Sends byte after byte at a pace, and then goes on. */
  void dribble(Duration pace, byte[] bytes, int from, Runnable then) {
    if (from >= bytes.length) {
      then.run();
      return;
    }
    send(new byte[] {bytes[from]});
    after(pace, () -> dribble(pace, bytes, from + 1, then));
  }

  /** Ends the connection in order, once everything is sent. */
  void close() {
    ended = true;
    var _ =
        encoder
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener(written -> {
              var _ = channel.close();
            });
  }

  /** Ends the connection with a RST, once everything is sent. */
  void reset() {
    ended = true;
    var _ =
        encoder
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener(written -> {
              var _ = channel.config().setOption(ChannelOption.SO_LINGER, 0);
              var _ = channel.close();
            });
  }

  /** Whether it was us who ended it. */
  boolean ended() {
    return ended;
  }
}
