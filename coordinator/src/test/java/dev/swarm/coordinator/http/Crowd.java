package dev.swarm.coordinator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many readers of events on one thread, and some who open a stream and never read it. */
final class Crowd implements AutoCloseable {
  private final List<SocketChannel> channels = new ArrayList<>();
  private final Selector selector;
  private final AtomicLong bytes = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  Crowd(int port, int reading, int still) throws IOException {
    selector = Selector.open();
    for (int i = 0; i < reading + still; i++) {
      var channel = open(port);
      channels.add(channel);
      if (i < reading) {
        var _ = channel.register(selector, SelectionKey.OP_READ);
      }
    }
    thread = Thread.ofPlatform().daemon().start(this::drain);
  }

  private static SocketChannel open(int port) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var head = "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    int _ = channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
    var _ = channel.configureBlocking(false);
    return channel;
  }

  /** How much all of them have read together. */
  long read() {
    return bytes.get();
  }

  private void drain() {
    var buffer = ByteBuffer.allocate(256 << 10);
    try {
      while (!closed) {
        int _ = selector.select(100);
        for (var key : selector.selectedKeys()) {
          buffer.clear();
          int count = ((SocketChannel) key.channel()).read(buffer);
          long _ = bytes.addAndGet(Math.max(0, count));
          if (count < 0) {
            key.cancel();
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
