package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.EndpointState.State;
import dev.swarm.router.wire.Profile;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final Endpoint ONE = Given.endpoint("one", 2, 10);

  @Test
  void a_reply_says_who_served_it_and_what_it_cost() {
    var routers = new FakeRouters(sent -> Given.good());
    var price = new Price(new BigDecimal("2"), new BigDecimal("10"));
    var priced =
        new Endpoint(
            "paid",
            URI.create("https://router.example/v1"),
            "large",
            new KeySource.None(),
            Tier.FRONTIER,
            1,
            0,
            Clocks.STANDARD,
            OptionalInt.empty(),
            Optional.of(price),
            Optional.empty(),
            Profile.STANDARD);
    var endpoints = routers.endpoints(ONE, priced);

    var errand = new Errand("disk", Tier.FRONTIER, Given.HOUR);
    var answer = routers.time.alone(() -> endpoints.ask(Given.request(), errand));

    var served = assertInstanceOf(Answer.Replied.class, answer).served();
    assertEquals("paid", served.endpoint());
    assertEquals("large", served.model());
    assertEquals(1, served.attempts());
    assertEquals(Given.TOOK, served.took());
    assertEquals(Duration.ZERO, served.waited());
    assertEquals(0, new BigDecimal("0.0021").compareTo(served.cost()));
    var state = endpoints.states().getLast();
    assertEquals(1000, state.promptTokens());
    assertEquals(900, state.cached());
    assertEquals(served.cost(), state.cost());
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "OVERFLOW", "TOO_LARGE"})
  void what_does_not_get_better_goes_straight_back(Kind kind) {
    var routers = new FakeRouters(sent -> Given.bad(kind, 400));

    var trouble = asked(routers, Given.HOUR, ONE);

    assertEquals(kind, trouble.kind());
    assertEquals(1, routers.sent().size());
    assertEquals("status 400", trouble.detail());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 425})
  void the_few_4xx_that_pass_are_tried_again(int status) {
    var routers =
        new FakeRouters(sent -> sent.number() < 3 ? Given.bad(Kind.BROKEN, status) : Given.good());

    assertEquals(3, served(routers, ONE).attempts());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "BROKEN", "CUT", "GARBLED"})
  void what_is_wrong_with_a_server_is_tried_four_times_and_said_so(Kind kind) {
    var routers = new FakeRouters(sent -> Given.bad(kind));

    var trouble = asked(routers, Given.HOUR, ONE);

    assertEquals(4, routers.sent().size());
    assertEquals(kind, trouble.kind());
    assertTrue(trouble.detail().endsWith("(4 attempts)"), trouble.detail());
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "STALLED", "TOO_SLOW"})
  void a_time_out_is_tried_again_only_once(Kind kind) {
    var routers = new FakeRouters(sent -> Given.bad(kind));

    assertEquals(kind, asked(routers, Given.HOUR, ONE).kind());
    assertEquals(2, routers.sent().size());
  }

  @Test
  void what_a_model_wrote_is_sampled_anew_twice_and_is_not_the_servers_fault() {
    var routers = new FakeRouters(sent -> Given.bad(Kind.MODEL_FAULT, 500));
    var endpoints = routers.endpoints(ONE);

    for (int i = 0; i < 5; i++) {
      var _ = routers.time.alone(() -> endpoints.ask(Given.request(), Given.errand("a")));
    }

    assertEquals(15, routers.sent().size());
    assertEquals(
        java.util.List.of(0, 1, 2),
        routers.sent().subList(0, 3).stream().map(FakeRouters.Sent::sample).toList());
    assertEquals(State.READY, endpoints.states().getFirst().state());
    assertEquals(0, endpoints.states().getFirst().ejections());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "UNTRUSTED",
        "UNAUTHORIZED",
        "NO_MODEL",
        "NO_TOOLS",
        "NO_ROUTER",
        "REDIRECTED",
        "UNPAID"
      })
  void what_somebody_has_to_mend_is_asked_again_only_after_a_while(Kind kind) {
    var routers = new FakeRouters(sent -> sent.number() == 1 ? Given.bad(kind) : Given.good());
    var endpoints = routers.endpoints(ONE);

    var first = ask(routers, endpoints, Given.HOUR);
    var second = ask(routers, endpoints, Given.HOUR);

    assertEquals(kind, ((Answer.Failed) first).trouble().kind());
    assertEquals(kind, ((Answer.Failed) second).trouble().kind());
    assertEquals(1, routers.sent().size());
    assertEquals(State.UNFIT, endpoints.states().getFirst().state());
    assertEquals("could not: " + kind.id(), endpoints.states().getFirst().reason());

    var third =
        routers.time.alone(() -> {
          routers.time.sleep(Duration.ofSeconds(61));
          return endpoints.ask(Given.request(), Given.errand("a"));
        });
    assertInstanceOf(Answer.Replied.class, third);
    assertEquals(State.READY, endpoints.states().getFirst().state());
  }

  @Test
  void a_tier_without_an_endpoint_is_said_at_once() {
    var routers = new FakeRouters(sent -> Given.good());
    var endpoints = routers.endpoints(ONE);
    var errand = new Errand("a", Tier.FRONTIER, Given.HOUR);

    var answer = routers.time.alone(() -> endpoints.ask(Given.request(), errand));

    assertEquals(Kind.NO_ENDPOINT, ((Answer.Failed) answer).trouble().kind());
  }

  @Test
  void an_attempt_gets_no_more_time_than_the_caller_has() {
    var routers =
        new FakeRouters(sent -> Given.bad(Kind.TOO_SLOW)).taking(FakeRouters.Sent::atMost);

    var before = routers.time.instant();
    var trouble = asked(routers, Duration.ofSeconds(30), ONE);

    assertEquals(Duration.ofSeconds(30), routers.sent().getFirst().atMost());
    assertEquals(Kind.OUT_OF_TIME, trouble.kind());
    assertEquals(Duration.ofSeconds(30), Duration.between(before, routers.time.instant()));
    assertTrue(trouble.detail().contains("one attempt"), trouble.detail());
    assertTrue(trouble.detail().contains("too-slow"), trouble.detail());
  }

  @Test
  void a_key_is_looked_up_for_each_attempt_and_its_absence_is_a_trouble() {
    var keyed =
        new Endpoint(
            "keyed",
            URI.create("http://127.0.0.1:9/v1"),
            "m",
            new KeySource.Environment("ROUTER_KEY"),
            Tier.LOCAL,
            1,
            1,
            Clocks.STANDARD,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Profile.STANDARD);
    var routers =
        new FakeRouters(sent -> sent.number() < 2 ? Given.bad(Kind.CUT) : Given.good())
            .keys(new CountingKeys());
    assertEquals(2, served(routers, keyed).attempts());
    assertEquals(
        java.util.List.of(Optional.of("key 1"), Optional.of("key 2")),
        routers.sent().stream().map(FakeRouters.Sent::key).toList());

    var missing =
        new FakeRouters(sent -> Given.good())
            .keys(source -> {
              throw new KeyException("could not find a key: set ROUTER_KEY");
            });
    var trouble = asked(missing, Given.HOUR, keyed);
    assertEquals(Kind.UNAUTHORIZED, trouble.kind());
    assertTrue(trouble.detail().contains("set ROUTER_KEY"));
    assertEquals(0, missing.sent().size());
  }

  @Test
  void two_endpoints_of_one_name_are_refused() {
    var routers = new FakeRouters(sent -> Given.good());

    assertThrows(IllegalArgumentException.class, () -> routers.endpoints(ONE, ONE));
  }

  private static final class CountingKeys implements Keys {
    private int count;

    @Override
    public String of(KeySource source) {
      return "key " + ++count;
    }
  }

  private static Answer ask(FakeRouters routers, Endpoints endpoints, Duration patience) {
    return routers.time.alone(() -> endpoints.ask(Given.request(), Given.errand("a", patience)));
  }

  private static Trouble asked(FakeRouters routers, Duration patience, Endpoint endpoint) {
    var answer = ask(routers, routers.endpoints(endpoint), patience);
    return assertInstanceOf(Answer.Failed.class, answer).trouble();
  }

  private static dev.swarm.router.Served served(FakeRouters routers, Endpoint endpoint) {
    var answer = ask(routers, routers.endpoints(endpoint), Given.HOUR);
    return assertInstanceOf(Answer.Replied.class, answer).served();
  }
}
