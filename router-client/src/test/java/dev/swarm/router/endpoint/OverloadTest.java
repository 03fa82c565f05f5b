package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.EndpointState.State;
import dev.swarm.router.endpoint.FakeRouters.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load that is refused, on simulated time. */
class OverloadTest {
  private static final Duration SECONDS_5 = Duration.ofSeconds(5);

  @Test
  void no_request_is_sent_before_a_retry_after_is_over_and_not_all_of_them_then() {
    var routers =
        new FakeRouters(
            sent -> sent.number() == 1 ? Given.bad(Kind.OVERLOADED, 429, SECONDS_5) : Given.good());
    var endpoints = routers.endpoints(Given.endpoint("one", 8, 100));

    var first = routers.time.alone(() -> endpoints.ask(Given.request(), Given.errand("first")));
    assertInstanceOf(Answer.Replied.class, first);
    assertEquals(2, ((Answer.Replied) first).served().attempts());
    var gap = Duration.between(routers.sent().get(0).at(), routers.sent().get(1).at());
    assertTrue(gap.compareTo(SECONDS_5.plus(Given.TOOK)) >= 0, gap.toString());

    var busy =
        new FakeRouters(
            sent -> sent.number() == 3 ? Given.bad(Kind.OVERLOADED, 429, SECONDS_5) : Given.good());
    var answers = ask(busy, busy.endpoints(Given.endpoint("one", 8, 100)), 40, Given.HOUR);
    assertEquals(40, replied(answers));
    Instant refused = busy.sent().get(2).at().plus(Given.TOOK);
    var after = busy.sent().stream().filter(sent -> sent.at().isAfter(refused)).toList();
    Instant open = refused.plus(SECONDS_5);
    assertFalse(after.isEmpty());
    assertTrue(after.stream().noneMatch(sent -> sent.at().isBefore(open)));
    assertEquals(1, after.stream().filter(sent -> sent.at().equals(after.getFirst().at())).count());
  }

  @Test
  void a_server_that_is_to_be_left_alone_for_longer_than_the_caller_can_wait_is_not_waited_for() {
    var routers = new FakeRouters(sent -> Given.bad(Kind.OVERLOADED, 429, Duration.ofMinutes(30)));
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 1));
    Instant before = routers.time.instant();

    var errand = Given.errand("a", Duration.ofMinutes(10));
    var answer = routers.time.alone(() -> endpoints.ask(Given.request(), errand));

    var trouble = assertInstanceOf(Answer.Failed.class, answer).trouble();
    assertEquals(Kind.OVERLOADED, trouble.kind());
    assertEquals(Given.TOOK, Duration.between(before, routers.time.instant()));
    assertEquals(State.HELD, endpoints.states().getFirst().state());
  }

  @Test
  void a_refusal_halves_what_is_in_flight_once_however_many_refuse_together() {
    var routers =
        new FakeRouters(
            sent -> sent.number() <= 16 ? Given.bad(Kind.OVERLOADED, 429) : Given.good());
    var endpoints = routers.endpoints(Given.endpoint("one", 32, 100));

    assertEquals(32, replied(ask(routers, endpoints, 32, Given.HOUR)));

    var state = endpoints.states().getFirst();
    assertEquals(16, state.refusals());
    assertTrue(state.limit() >= 16 && state.limit() < 32, "limit " + state.limit());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_tenfold_overload_is_worked_off_without_loss_at_a_fifth_more_requests(long seed) {
    int slots = 8;
    var routers = new FakeRouters(overloaded(slots, new Random(seed))).taking(thinking(seed));
    var endpoints = routers.endpoints(Given.endpoint("one", 2 * slots, 1000));

    var answers = ask(routers, endpoints, 10 * slots * 5, Given.HOUR);

    assertEquals(400, replied(answers));
    assertTrue(routers.mostInFlight() <= 2 * slots);
    assertTrue(routers.sent().size() <= 480, routers.sent().size() + " requests for 400");
    assertTrue(endpoints.states().getFirst().refusals() > 0, "nothing was refused");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void refusals_by_chance_cost_no_more_requests_than_they_must(long seed) {
    var random = new Random(seed);
    var routers = new FakeRouters(sent -> byChance(random)).taking(thinking(seed));
    var endpoints = routers.endpoints(Given.patient(8, 1000));

    var answers = ask(routers, endpoints, 400, Duration.ofHours(10));

    assertEquals(400, replied(answers));
    double bound = 400 / (1 - 0.4);
    assertTrue(routers.sent().size() <= 1.2 * bound, routers.sent().size() + " requests");
  }

  @Test
  void a_storm_of_a_minute_costs_a_handful_of_requests() {
    var routers =
        new FakeRouters(new Storm(Duration.ofSeconds(2), Duration.ofMinutes(1)))
            .taking(sent -> Duration.ofSeconds(1));
    var endpoints = routers.endpoints(Given.endpoint("one", 4, 1000));

    assertEquals(200, replied(ask(routers, endpoints, 200, Given.HOUR)));

    assertTrue(routers.sent().size() <= 220, routers.sent().size() + " requests for 200");
  }

  @Test
  void the_time_of_a_caller_who_met_only_refusals_ends_on_the_moment() {
    var routers = new FakeRouters(sent -> Given.bad(Kind.OVERLOADED, 429));
    var endpoints = routers.endpoints(Given.endpoint("one", 4, 100));
    Instant before = routers.time.instant();

    var answers = ask(routers, endpoints, 20, Duration.ofSeconds(30));

    assertTrue(
        Duration.between(before, routers.time.instant())
                .compareTo(Duration.ofSeconds(30).plus(Given.TOOK))
            <= 0);
    for (var answer : answers) {
      var kind = assertInstanceOf(Answer.Failed.class, answer).trouble().kind();
      assertTrue(kind == Kind.OUT_OF_TIME || kind == Kind.OVERLOADED, kind.id());
    }
  }

  /** Over its slots it refuses a fifth with 429 and a fifth with 503, as the issue has it. */
  private static java.util.function.Function<Sent, Attempt> overloaded(int slots, Random random) {
    return sent -> sent.inFlight() > slots ? byChance(random) : Given.good();
  }

  private static Attempt byChance(Random random) {
    double chance = random.nextDouble();
    if (chance < 0.2) {
      return Given.bad(Kind.OVERLOADED, 429, Duration.ofSeconds(1));
    }
    return chance < 0.4 ? Given.bad(Kind.BROKEN, 503) : Given.good();
  }

  private static java.util.function.Function<Sent, Duration> thinking(long seed) {
    var random = new Random(seed);
    return sent -> Duration.ofMillis(200 + random.nextInt(800));
  }

  /** Refuses everything from {@code after} on, for {@code length}. */
  private static final class Storm implements java.util.function.Function<Sent, Attempt> {
    private final Duration after;
    private final Duration length;
    private Instant began = Instant.MAX;

    Storm(Duration after, Duration length) {
      this.after = after;
      this.length = length;
    }

    @Override
    public Attempt apply(Sent sent) {
      began = sent.number() == 1 ? sent.at() : began;
      boolean raging =
          !sent.at().isBefore(began.plus(after))
              && sent.at().isBefore(began.plus(after).plus(length));
      return raging ? Given.bad(Kind.BROKEN, 503) : Given.good();
    }
  }

  private static List<Answer> ask(
      FakeRouters routers, Endpoints endpoints, int callers, Duration patience) {
    return routers.time.together(
        IntStream.range(0, callers)
            .mapToObj(i ->
                (Callable<Answer>)
                    () -> endpoints.ask(Given.request(), Given.errand("subtask " + i, patience)))
            .toList());
  }

  private static long replied(List<Answer> answers) {
    return answers.stream().filter(Answer.Replied.class::isInstance).count();
  }
}
