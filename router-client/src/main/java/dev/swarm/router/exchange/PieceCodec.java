package dev.swarm.router.exchange;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands a body to its flight in the pieces in which it comes; keeps none of them. Its end says
 * nothing: a pipe of Vert.x 5.1 ends its stream when the connection broke, too. The request's own
 * future tells the two apart.
 */
record PieceCodec(Flight flight) implements BodyCodec<Void> {

  @Override
  public BodyStream<Void> stream() {
    return new Pieces(flight, Promise.promise());
  }

  private record Pieces(Flight flight, Promise<Void> over) implements BodyStream<Void> {
    @Override
    public Future<Void> write(Buffer piece) {
      flight.piece(piece);
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
      var _ = over.tryComplete();
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> result() {
      return over.future();
    }

    @Override
    public void handle(Throwable cause) {
      var _ = over.tryFail(cause);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
      return this;
    }

    @Override
    public boolean writeQueueFull() {
      return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
      return this;
    }
  }
}
