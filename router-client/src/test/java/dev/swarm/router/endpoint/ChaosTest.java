package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Attempt.Bad;
import dev.swarm.router.endpoint.FakeRouters.Sent;
import dev.swarm.router.endpoint.Probing.Seen;
import dev.swarm.router.waiting.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever three endpoints do: what always holds. */
class ChaosTest {
  private static final int ASKS = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_request_ends_in_time_and_no_endpoint_is_asked_too_early_or_too_much(long seed) {
    var chaos = new Chaos(seed);
    var routers =
        new FakeRouters(chaos::answer)
            .taking(chaos::takes)
            .looking(at -> new Seen(chaos.below(3) == 0, OptionalInt.empty()));
    chaos.time = routers.time;
    var endpoints =
        routers.endpoints(
            Given.endpoint("one", 1, 20), Given.endpoint("two", 3, 5), Given.endpoint("3", 8, 500));

    var late =
        routers.time.together(
            IntStream.range(0, ASKS)
                .mapToObj(i -> (Callable<Duration>) () -> chaos.asked(endpoints, i))
                .toList());

    for (var one : late) {
      assertTrue(one.compareTo(Duration.ofSeconds(10)) <= 0, "late by " + one);
    }
    assertTrue(chaos.replies > ASKS / 20, chaos.replies + " replies");
    assertTrue(chaos.replies < ASKS, "nothing failed");
    assertEquals(List.of(), chaos.violations(routers.sent()));
    for (var state : endpoints.states()) {
      assertEquals(0, state.inFlight() + state.queued());
      assertEquals(sentTo(state.name(), routers), state.requests());
      assertTrue(chaos.most.getOrDefault(state.name(), 0) <= concurrency(state.name()));
    }
  }

  private static long sentTo(String endpoint, FakeRouters routers) {
    return routers.sent().stream().filter(sent -> sent.endpoint().equals(endpoint)).count();
  }

  private static int concurrency(String endpoint) {
    return switch (endpoint) {
      case "one" -> 1;
      case "two" -> 3;
      default -> 8;
    };
  }

  /** What endpoints do by chance, and what became of it. */
  private static final class Chaos {
    private static final List<Kind> KINDS =
        List.of(
            Kind.UNREACHABLE,
            Kind.BROKEN,
            Kind.CUT,
            Kind.GARBLED,
            Kind.SILENT,
            Kind.STALLED,
            Kind.MODEL_FAULT,
            Kind.LOADING,
            Kind.REFUSED,
            Kind.UNAUTHORIZED,
            Kind.TOO_LARGE);

    private final Random random;
    private final Map<String, Integer> now = new HashMap<>();
    private final Map<String, Integer> most = new HashMap<>();
    private final Map<String, Map<Instant, Instant>> told = new HashMap<>();
    private SimulatedTime time = new SimulatedTime();
    private int replies;

    Chaos(long seed) {
      random = new Random(seed);
    }

    int below(int bound) {
      return random.nextInt(bound);
    }

    /** How much later than its patience it ended. */
    Duration asked(Endpoints endpoints, int number) throws InterruptedException {
      time.sleep(Duration.ofSeconds(below(900)));
      var patience = Duration.ofSeconds(below(400));
      Instant end = time.instant().plus(patience);
      var errand = Given.errand("subtask " + number % 20, patience);
      var answer = endpoints.ask(Given.request(), errand);
      count(answer);
      return Duration.between(end, time.instant());
    }

    private synchronized void count(Answer answer) {
      replies += answer instanceof Answer.Replied ? 1 : 0;
    }

    /** At most ten seconds, but not longer than is allowed. */
    synchronized Duration takes(Sent sent) {
      most.merge(sent.endpoint(), now.merge(sent.endpoint(), 1, Integer::sum), Math::max);
      var time = Duration.ofMillis(1 + below(10_000));
      return time.compareTo(sent.atMost()) < 0 ? time : sent.atMost();
    }

    synchronized Attempt answer(Sent sent) {
      now.merge(sent.endpoint(), -1, Integer::sum);
      return switch (below(10)) {
        case 0, 1, 2, 3, 4, 5 -> Given.good();
        case 6 -> refused(sent, Duration.ofSeconds(below(30)));
        case 7 -> Given.bad(Kind.BROKEN, 500 + below(5));
        default -> Given.bad(KINDS.get(below(KINDS.size())));
      };
    }

    private Bad refused(Sent sent, Duration retryAfter) {
      Instant at = time.instant();
      told.computeIfAbsent(sent.endpoint(), _ -> new HashMap<>())
          .merge(at, at.plus(retryAfter), (one, other) -> one.isAfter(other) ? one : other);
      return (Bad) Given.bad(Kind.OVERLOADED, 429, retryAfter);
    }

    /** Requests that were sent after a refusal and before its time was over. */
    List<Sent> violations(List<Sent> all) {
      return all.stream()
          .filter(sent ->
              told.getOrDefault(sent.endpoint(), Map.of()).entrySet().stream()
                  .anyMatch(
                      one -> sent.at().isAfter(one.getKey()) && sent.at().isBefore(one.getValue())))
          .toList();
    }
  }
}
