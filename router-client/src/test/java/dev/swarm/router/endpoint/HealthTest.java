package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.EndpointState.State;
import dev.swarm.router.endpoint.Probing.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health as we see it: rows 22 and 42 to 48 of the catalogue. */
class HealthTest {
  private static final Endpoint ONE = Given.endpoint("one", 2, 100);
  private static final Endpoint TWO = Given.endpoint("two", 2, 100);

  @ParameterizedTest
  @CsvSource({"UNREACHABLE, 0", "CUT, 0", "SILENT, 0", "BROKEN, 502", "BROKEN, 504"})
  void three_failures_in_a_row_eject_an_endpoint_and_others_serve(Kind kind, int status) {
    var routers =
        new FakeRouters(
            sent -> sent.endpoint().equals("one") ? Given.bad(kind, status) : Given.good());
    var endpoints = routers.endpoints(ONE, TWO);

    for (int i = 0; i < 40; i++) {
      assertInstanceOf(Answer.Replied.class, ask(routers, endpoints, "subtask " + i));
    }

    var states = endpoints.states();
    assertEquals(State.EJECTED, states.getFirst().state());
    assertEquals(40, states.getLast().replies());
    assertTrue(states.getFirst().requests() <= 8, states.getFirst().requests() + " wasted");
  }

  @ParameterizedTest
  @CsvSource({"REFUSED, 400", "MODEL_FAULT, 500", "OVERFLOW, 400", "BROKEN, 500", "GARBLED, 200"})
  void other_failures_eject_nobody(Kind kind, int status) {
    var routers = new FakeRouters(sent -> Given.bad(kind, status));
    var endpoints = routers.endpoints(ONE);

    for (int i = 0; i < 10; i++) {
      assertInstanceOf(Answer.Failed.class, ask(routers, endpoints, "a"));
    }

    assertEquals(State.READY, endpoints.states().getFirst().state());
  }

  @Test
  void a_slow_endpoint_that_completes_something_in_between_is_not_ejected() {
    var routers =
        new FakeRouters(sent -> sent.number() % 3 == 0 ? Given.good() : Given.bad(Kind.SILENT));
    var endpoints = routers.endpoints(ONE);

    for (int i = 0; i < 6; i++) {
      var _ = ask(routers, endpoints, "a");
    }

    assertEquals(0, endpoints.states().getFirst().ejections());
  }

  @Test
  void the_rest_of_a_dead_endpoint_doubles_up_to_a_minute_and_one_request_finds_it_back() {
    var began = new FakeRouters(sent -> Given.good()).time.instant();
    var back = began.plus(Duration.ofMinutes(4));
    var routers =
        new FakeRouters(
            sent -> sent.at().isBefore(back) ? Given.bad(Kind.BROKEN, 503) : Given.good());
    var endpoints = routers.endpoints(ONE);

    var answers = together(routers, endpoints, 30);

    assertTrue(answers.stream().allMatch(Answer.Replied.class::isInstance));
    var before = routers.sent().stream().filter(sent -> sent.at().isBefore(back)).toList();
    assertTrue(before.size() <= 20, before.size() + " requests to a dead server");
    var last = Duration.between(before.getLast().at(), before.get(before.size() - 2).at()).abs();
    assertTrue(last.compareTo(Duration.ofSeconds(60)) >= 0, last.toString());
    assertTrue(last.compareTo(Duration.ofSeconds(76)) <= 0, last.toString());
    assertTrue(
        Duration.between(back, routers.time.instant()).compareTo(Duration.ofSeconds(90)) < 0);
  }

  @Test
  void if_all_are_ejected_a_newcomer_still_tries_instead_of_failing_without_trying() {
    var routers = new FakeRouters(sent -> Given.bad(Kind.UNREACHABLE));
    var endpoints = routers.endpoints(ONE, TWO);
    for (int i = 0; i < 4; i++) {
      var _ = ask(routers, endpoints, "a" + i);
    }
    assertTrue(endpoints.states().stream().allMatch(state -> state.state() == State.EJECTED));
    int before = routers.sent().size();
    Instant now = routers.time.instant();

    var trouble = assertInstanceOf(Answer.Failed.class, ask(routers, endpoints, "b")).trouble();

    assertEquals(Kind.UNREACHABLE, trouble.kind());
    assertEquals(now, routers.sent().get(before).at());
  }

  @Test
  void newcomers_at_a_dead_endpoint_try_one_after_the_other_and_wait_for_nobodys_rest() {
    var routers = new FakeRouters(sent -> Given.bad(Kind.UNREACHABLE));
    var endpoints = routers.endpoints(ONE);
    var _ = ask(routers, endpoints, "a");
    int before = routers.sent().size();
    Instant now = routers.time.instant();

    var answers = together(routers, endpoints, 20);

    assertTrue(answers.stream().allMatch(Answer.Failed.class::isInstance));
    var tries = routers.sent().subList(before, routers.sent().size());
    var soon = now.plus(Given.TOOK.multipliedBy(20));
    assertTrue(tries.stream().filter(sent -> sent.at().isBefore(soon)).count() >= 20);
    assertEquals(1, tries.stream().mapToInt(FakeRouters.Sent::inFlight).max().orElse(0));
  }

  @Test
  void an_endpoint_that_is_unwell_gets_no_storm_of_retries() {
    var routers = new FakeRouters(sent -> Given.bad(Kind.BROKEN, 500));
    var endpoints = routers.endpoints(Given.endpoint("one", 8, 1000));

    var answers = together(routers, endpoints, 500);

    assertTrue(answers.stream().allMatch(Answer.Failed.class::isInstance));
    assertTrue(routers.sent().size() <= 500 + 50 + 3, routers.sent().size() + " requests");
  }

  @Test
  void loading_is_no_failure_and_is_waited_for_by_looking_not_by_asking() {
    var began = new FakeRouters(sent -> Given.good()).time.instant();
    var ready = began.plus(Duration.ofMinutes(3));
    var routers =
        new FakeRouters(
                sent -> sent.at().isBefore(ready) ? Given.bad(Kind.LOADING, 503) : Given.good())
            .looking(at -> new Seen(at.isBefore(ready), OptionalInt.of(1)));
    var endpoints = routers.endpoints(ONE);

    var answers = together(routers, endpoints, 10);

    assertTrue(answers.stream().allMatch(Answer.Replied.class::isInstance));
    assertEquals(12, routers.sent().size());
    assertTrue(routers.looks().size() >= 90 && routers.looks().size() <= 185);
    assertEquals(0, endpoints.states().getFirst().ejections());
    assertEquals(1, endpoints.states().getFirst().limit());
  }

  @Test
  void who_waits_at_a_loading_endpoint_goes_to_one_that_is_ready() {
    var routers =
        new FakeRouters(
                sent -> sent.endpoint().equals("one") ? Given.bad(Kind.LOADING, 503) : Given.good())
            .looking(at -> new Seen(true, OptionalInt.empty()));
    var endpoints = routers.endpoints(ONE, TWO);

    var answers = together(routers, endpoints, 20);

    assertTrue(answers.stream().allMatch(Answer.Replied.class::isInstance));
    assertEquals(State.LOADING, endpoints.states().getFirst().state());
    assertTrue(endpoints.states().getFirst().requests() <= 2);
  }

  @Test
  void an_endpoint_without_tools_is_left_out_for_another() {
    var routers =
        new FakeRouters(
            sent -> sent.endpoint().equals("one") ? Given.bad(Kind.NO_TOOLS, 400) : Given.good());
    var endpoints = routers.endpoints(ONE, TWO);

    for (int i = 0; i < 20; i++) {
      assertInstanceOf(Answer.Replied.class, ask(routers, endpoints, "subtask " + i));
    }

    assertEquals(1, endpoints.states().getFirst().requests());
    assertEquals(State.UNFIT, endpoints.states().getFirst().state());
  }

  @Test
  void slots_that_a_server_tells_bound_what_it_is_given() throws InterruptedException {
    var routers =
        new FakeRouters(sent -> Given.good()).looking(at -> new Seen(false, OptionalInt.of(3)));
    var endpoints = routers.endpoints(Given.endpoint("one", 8, 100));
    endpoints.look();

    var _ = together(routers, endpoints, 60);

    assertEquals(3, routers.mostInFlight());
  }

  private static Answer ask(FakeRouters routers, Endpoints endpoints, String subtask) {
    return routers.time.alone(() -> endpoints.ask(Given.request(), Given.errand(subtask)));
  }

  private static List<Answer> together(FakeRouters routers, Endpoints endpoints, int callers) {
    return routers.time.together(
        IntStream.range(0, callers)
            .mapToObj(i ->
                (Callable<Answer>)
                    () -> endpoints.ask(Given.request(), Given.errand("subtask " + i)))
            .toList());
  }
}
