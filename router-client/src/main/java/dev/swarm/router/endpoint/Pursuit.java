package dev.swarm.router.endpoint;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Served;
import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.endpoint.Attempt.Bad;
import dev.swarm.router.endpoint.Attempt.Good;
import dev.swarm.router.endpoint.Probing.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request, until it is answered or there is nothing left to try: the only retry loop there is.
 * Belongs to the thread that asks.
 */
final class Pursuit {
  /** For what is wrong with a server or the way to it; load is waited for instead. */
  private static final int MOST_RETRIES = 3;

  private static final int MOST_LATE_RETRIES = 1;
  private static final int MOST_SAMPLES = 2;
  private static final int MOST_LESSONS = 4;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final Doors doors;
  private final Choosing choosing;
  private final ChatRequest request;
  private final Errand errand;
  private final long number;
  private final Instant began;
  private final Instant deadline;
  private final Telling telling = new Telling();
  private Instant since;
  private Optional<Lane> avoided = Optional.empty();
  private boolean newcomer = true;
  private int attempts;
  private int retries;
  private int lateRetries;
  private int sample;
  private int lessons;

  Pursuit(
      Doors doors,
      Choosing choosing,
      ChatRequest request,
      Errand errand,
      Duration patience,
      long number) {
    this.doors = doors;
    this.choosing = choosing;
    this.request = request;
    this.errand = errand;
    this.number = number;
    began = doors.clock().instant();
    since = began;
    deadline = began.plus(patience);
  }

  Answer run() throws InterruptedException {
    while (true) {
      var chosen = choosing.lane(errand.subtask(), avoided);
      if (chosen.isEmpty()) {
        return failed(choosing.closed().orElseGet(() -> Refusal.noEndpoint(errand.tier())));
      }
      var answer = entered(chosen.get());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  private Optional<Answer> entered(Lane lane) throws InterruptedException {
    var ticket = new Ticket(number, attempts == 0, newcomer, since, deadline);
    newcomer = false;
    return switch (lane.enter(ticket, choosing.lanes().size() == 1)) {
      case Entry.Admitted(Pass pass) -> attempted(lane, pass);
      case Entry.Look() -> {
        looked(lane);
        yield Optional.empty();
      }
      case Entry.Elsewhere() -> Optional.empty();
      case Entry.Refused(Trouble trouble) -> Optional.of(failed(trouble));
    };
  }

  private void looked(Lane lane) throws InterruptedException {
    Optional<Seen> seen = Optional.empty();
    try {
      seen = Optional.of(doors.probing().look(lane.endpoint(), doors.key(lane.endpoint())));
    } catch (KeyException e) {
      telling.met(unauthorized(lane, e));
    } finally {
      lane.looked(seen);
    }
  }

  private Optional<Answer> attempted(Lane lane, Pass pass) throws InterruptedException {
    var attempt = attempt(lane, pass);
    since = doors.clock().instant();
    return switch (attempt) {
      case Good(Reply reply, Duration took) -> {
        lane.replied(pass, reply);
        yield Optional.of(new Answer.Replied(reply, served(lane, reply, took)));
      }
      case Bad(Trouble trouble, String body) -> refused(lane, pass, trouble, body);
    };
  }

  private Attempt attempt(Lane lane, Pass pass) throws InterruptedException {
    boolean ended = false;
    attempts++;
    try {
      var endpoint = lane.endpoint();
      var attempt =
          doors
              .attempts()
              .attempt(
                  endpoint, doors.key(endpoint), request, pass.profile(), sample, atMost(endpoint));
      ended = true;
      return attempt;
    } catch (KeyException e) {
      ended = true;
      return new Bad(unauthorized(lane, e), "");
    } finally {
      if (!ended) {
        lane.abandoned(pass);
      }
    }
  }

  private Optional<Answer> refused(Lane lane, Pass pass, Trouble trouble, String body)
      throws InterruptedException {
    telling.met(trouble);
    avoided = Optional.empty();
    var lesson = doors.learning().learned(pass.profile(), trouble, body);
    if (lesson.isPresent() && lessons < MOST_LESSONS) {
      lessons++;
      lane.taught(pass, lesson.get());
      return Optional.empty();
    }
    lane.failed(pass, trouble);
    return mayGoOn(lane, trouble) ? Optional.empty() : Optional.of(failed(trouble));
  }

  private boolean mayGoOn(Lane lane, Trouble trouble) throws InterruptedException {
    return switch (Remedy.of(trouble)) {
      case NONE -> false;
      case WAIT, ELSEWHERE -> true;
      case RESAMPLE -> sample++ < MOST_SAMPLES;
      case AGAIN_ONCE -> lateRetries++ < MOST_LATE_RETRIES && mayRetry(lane);
      case AGAIN -> retries++ < MOST_RETRIES && mayRetry(lane) && paused(lane);
    };
  }

  private boolean mayRetry(Lane lane) {
    avoided = Optional.of(lane);
    return lane.mayRetry();
  }

  /** Full jitter: anything up to a pause that doubles; none where somebody else can be asked. */
  private boolean paused(Lane lane) throws InterruptedException {
    if (!choosing.hasOther(lane)) {
      Duration pause = SHORTEST_PAUSE.multipliedBy(1L << (retries - 1));
      double share = doors.chance().getAsDouble();
      pause = shorter(pause, LONGEST_PAUSE);
      pause = shorter(Duration.ofNanos((long) (pause.toNanos() * share)), left());
      doors.bells().pause(pause, doors.clock());
      since = doors.clock().instant();
    }
    return true;
  }

  private Answer failed(Trouble trouble) {
    return new Answer.Failed(telling.told(trouble, attempts));
  }

  private Served served(Lane lane, Reply reply, Duration took) {
    var endpoint = lane.endpoint();
    var waited = Duration.between(began, doors.clock().instant()).minus(took);
    return new Served(
        endpoint.name(),
        endpoint.model(),
        endpoint.tier(),
        attempts,
        waited.isNegative() ? Duration.ZERO : waited,
        took,
        lane.cost(reply));
  }

  private static Trouble unauthorized(Lane lane, KeyException e) {
    return Trouble.of(Kind.UNAUTHORIZED, lane.endpoint().name(), String.valueOf(e.getMessage()));
  }

  private Duration atMost(Endpoint endpoint) {
    return shorter(endpoint.clocks().total(), left());
  }

  private Duration left() {
    var left = Duration.between(doors.clock().instant(), deadline);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
