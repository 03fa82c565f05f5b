package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request under way. Its state belongs to the line's event loop; the caller only waits for its
 * ending. Whatever happens, it ends once: clocks stopped, and the connection either whole and kept
 * for the next one, or closed, so that the server stops working for nobody.
 *
 * <p>Time-outs, after section 3 and row 47 of the known deviations: until the first event with
 * content the first-byte clock runs, and every byte of the body starts it again, for a comment or a
 * white space shows a server that is reading the prompt; from then on the progress clock runs, and
 * only events with content start it again; the total clock runs over all and nothing moves it.
 */
final class Flight {
  private enum Stage {
    DIALLING,
    AWAITING,
    FLOWING,
    /** The reply is whole and its response is not: a moment for the latter, so as to keep it. */
    LINGERING,
    OVER
  }

  /** Beyond the last clock; nothing but a dead event loop needs it. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Line line;
  private final Order order;
  private final Mishap mishap;
  private final Breakage breakage;
  private final Watch watch;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private Stage stage = Stage.DIALLING;
  private Optional<HttpClientRequest> request = Optional.empty();
  private Optional<Head> answer = Optional.empty();
  private boolean reused;
  private boolean again;

  Flight(Line line, Order order) {
    this.line = line;
    this.order = order;
    this.mishap = new Mishap(order);
    this.breakage = new Breakage(order, mishap);
    this.watch = new Watch(line.vertx());
  }

  /**
   * Sends, and waits until it is over; never longer than the order's total.
   *
   * @throws InterruptedException if the caller was; the connection is closed then
   */
  Ending fly() throws InterruptedException {
    line.run(this::takeOff);
    try {
      return ending.get(order.total().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The event loop is gone, and with it the clocks: Vert.x was closed.
      return new Ending.Lost(mishap.late());
    } catch (InterruptedException e) {
      line.run(() -> land(new Ending.Lost(mishap.late()), false));
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not ask " + order.target(), e);
    }
  }

  private void takeOff() {
    watch.whole(order.total(), () -> give(mishap.late()));
    try {
      dial();
    } catch (RuntimeException bug) {
      fail(bug);
    }
  }

  private void dial() {
    stage = Stage.DIALLING;
    var sent = line.request(order.method(), order.target(), this).putHeaders(order.headers());
    var _ =
        (order.body().length() == 0 ? sent.send() : sent.sendBuffer(order.body()))
            .onComplete(this::settled);
  }

  /** There is a connection; returns whether to use it. */
  boolean sending(HttpClientRequest now) {
    var _ = now.exceptionHandler(_ -> {});
    if (stage == Stage.OVER) {
      var _ = now.reset();
      return false;
    }
    reused = now.streamId() > 1;
    request = Optional.of(now);
    stage = Stage.AWAITING;
    prefill();
    return true;
  }

  /** The headers are there; the body follows. */
  void head(HttpClientResponse response) {
    if (stage == Stage.OVER) {
      return;
    }
    switch (Head.of(response, order, mishap)) {
      case Head.Unwanted(Trouble trouble) -> land(new Ending.Lost(trouble), false);
      case Head.Reply reply -> answer = Optional.of(reply);
      case Head.Refusal refusal -> {
        answer = Optional.of(refusal);
        watch.next(order.progress(), () -> give(mishap.stalled()));
      }
    }
  }

  /** The next piece of the body. */
  void piece(Buffer piece) {
    if (stage == Stage.OVER || stage == Stage.LINGERING || answer.isEmpty()) {
      return;
    }
    try {
      act(answer.get().intake().take(piece.getBytes()));
    } catch (RuntimeException bug) {
      fail(bug);
    }
  }

  private void act(Intake.Sign sign) {
    var reply = answer.get() instanceof Head.Reply;
    switch (sign) {
      case LIFE -> {
        if (reply && stage == Stage.AWAITING) {
          prefill();
        }
      }
      case EVENT -> {
        if (reply) {
          stage = Stage.FLOWING;
          watch.next(order.progress(), () -> give(mishap.stalled()));
        }
      }
      case DONE -> {
        stage = Stage.LINGERING;
        watch.next(Order.LINGER, () -> land(fed(Optional.empty()), false));
      }
      case TOO_MUCH -> give(mishap.tooLarge());
      case UNREADABLE -> give(mishap.garbled("its body is not what its content-encoding says"));
    }
  }

  private void prefill() {
    watch.next(order.firstByte(), () -> give(mishap.silent()));
  }

  /** The client is through with the request, one way or the other. */
  private void settled(AsyncResult<?> result) {
    if (stage == Stage.OVER) {
      return;
    }
    if (result.succeeded()) {
      land(outcome(Optional.empty()), true);
    } else if (stage == Stage.LINGERING) {
      land(fed(Optional.empty()), false);
    } else if (stage == Stage.AWAITING && answer.isEmpty() && reused && !again) {
      // It had been closed while it lay in the pool. A chat completion changes nothing at the
      // server, so it may be sent once more.
      again = true;
      dial();
    } else {
      give(
          stage == Stage.DIALLING
              ? breakage.dialling(result.cause())
              : breakage.sent(result.cause(), answer.isPresent() || reused));
    }
  }

  private void give(Trouble trouble) {
    land(outcome(Optional.of(trouble)), false);
  }

  private Ending outcome(Optional<Trouble> cut) {
    return switch (answer.orElse(new Head.Unwanted(cut.orElseGet(mishap::silentEnd)))) {
      case Head.Unwanted(Trouble trouble) -> new Ending.Lost(trouble);
      case Head.Reply _ -> fed(cut);
      case Head.Refusal(int status, var headers, Intake intake) ->
          new Ending.Refused(status, headers, intake.excerpt());
    };
  }

  private Ending fed(Optional<Trouble> cut) {
    return new Ending.Fed(cut, answer.map(one -> one.intake().excerpt()).orElseGet(Buffer::buffer));
  }

  private void fail(RuntimeException bug) {
    var _ = ending.completeExceptionally(bug);
    land(new Ending.Lost(mishap.late()), false);
  }

  private void land(Ending how, boolean keep) {
    if (stage == Stage.OVER) {
      return;
    }
    stage = Stage.OVER;
    watch.stop();
    answer.ifPresent(one -> one.intake().close());
    if (!keep) {
      // Later, for the client may be in the midst of handing a response over.
      request.ifPresent(sent ->
          line.run(() -> {
            var _ = sent.reset();
          }));
    }
    var _ = ending.complete(how);
  }
}
