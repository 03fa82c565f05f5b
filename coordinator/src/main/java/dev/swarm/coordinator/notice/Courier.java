package dev.swarm.coordinator.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Carries letters to webhooks by HTTP/1.1. What an answer says counts by its status alone: its body
 * is never read, redirects are never followed.
 */
final class Courier implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Duration patience;
  private final InstantSource clock;
  private final String agent;
  private final Supplier<HttpClient> making;
  private Optional<HttpClient> client = Optional.empty();

  /**
   * Opens nothing yet.
   *
   * @param patience until the head of an answer has come
   * @param version of swarm
   */
  Courier(Duration patience, InstantSource clock, String version) {
    this.patience = patience;
    this.clock = clock;
    this.agent = "swarm/" + version;
    this.making =
        () ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
  }

  /** Sends {@code letter}; completes on any thread, and never fails. */
  CompletableFuture<Reply> carry(Letter letter, Address address) {
    var request =
        HttpRequest.newBuilder(address.url())
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", agent)
            .header("Idempotency-Key", letter.id())
            .POST(HttpRequest.BodyPublishers.ofString(letter.body()))
            .build();
    return client().sendAsync(request, _ -> new Unread()).handle(this::reply);
  }

  private synchronized HttpClient client() {
    var present = client.orElseGet(making);
    client = Optional.of(present);
    return present;
  }

  private Reply reply(@Nullable HttpResponse<Unread> response, @Nullable Throwable failure) {
    return failure == null && response != null
        ? judged(response)
        : new Reply.Later(reason(Optional.ofNullable(failure)), Optional.empty());
  }

  private Reply judged(HttpResponse<Unread> response) {
    int status = response.statusCode();
    var wait = response.headers().firstValue("Retry-After").flatMap(this::wait);
    return switch (status / 100) {
      case 2 -> new Reply.Taken();
      case 3 ->
          new Reply.Refused(
              "it answers " + status + ", and redirects are not followed: give its final URL");
      case 4 ->
          isForNow(status)
              ? new Reply.Later("it answers " + status, wait)
              : new Reply.Refused(
                  "it answers " + status + ": check its URL, and that it is still there");
      default -> new Reply.Later("it answers " + status, wait);
    };
  }

  private static boolean isForNow(int status) {
    return status == 408 || status == 425 || status == 429;
  }

  /** Messages of exceptions may hold the URL: their kind has to do. */
  private static String reason(Optional<Throwable> failure) {
    var cause =
        failure
            .filter(CompletionException.class::isInstance)
            .map(Throwable::getCause)
            .or(() -> failure)
            .orElseThrow();
    return switch (cause) {
      case HttpTimeoutException _ -> "it did not answer in time";
      case ConnectException _ -> "it could not be reached";
      case SSLException _ -> "its certificate or its TLS is not acceptable";
      case IOException _ -> "the connection broke";
      default -> "an attempt failed: " + cause.getClass().getSimpleName();
    };
  }

  private Optional<Duration> wait(String header) {
    var text = header.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), then))
          .filter(wait -> !wait.isNegative());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** A body that nobody wants: whoever sends it slowly, or without end, holds nobody up. */
  private static final class Unread implements HttpResponse.BodySubscriber<Unread> {
    private final CompletableFuture<Unread> body = CompletableFuture.completedFuture(this);

    @Override
    public CompletableFuture<Unread> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }

  /** Breaks off what is under way. */
  @Override
  public synchronized void close() {
    client.ifPresent(HttpClient::shutdownNow);
  }
}
