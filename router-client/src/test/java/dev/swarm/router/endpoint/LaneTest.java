package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines, and whose turn it is. */
class LaneTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void no_more_are_in_flight_than_configured_and_who_came_first_goes_first() {
    var routers = new FakeRouters(sent -> Given.good()).taking(sent -> SECOND);
    var endpoints = routers.endpoints(Given.endpoint("one", 3, 100));
    var works = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < 30; i++) {
      int number = i;
      works.add(() -> {
        routers.time.sleep(Duration.ofMillis(number));
        return endpoints.ask(Given.request("" + number), Given.errand("s"));
      });
    }

    var _ = routers.time.together(works);

    assertEquals(3, routers.mostInFlight());
    var order = routers.sent().stream().map(sent -> sent.request()).toList();
    assertEquals(IntStream.range(0, 30).mapToObj(i -> Given.request("" + i)).toList(), order);
  }

  @Test
  void a_full_queue_refuses_at_once_and_says_how_to_mend_that() {
    var routers = new FakeRouters(sent -> Given.good()).taking(sent -> SECOND);
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 2));

    var answers = ask(routers, endpoints, 5);

    var refused =
        answers.stream()
            .filter(Answer.Failed.class::isInstance)
            .map(answer -> ((Answer.Failed) answer).trouble())
            .toList();
    assertEquals(2, refused.size());
    assertEquals(Kind.QUEUE_FULL, refused.getFirst().kind());
    assertTrue(refused.getFirst().detail().contains("raise its queue"));
    assertEquals(3, routers.sent().size());
  }

  @Test
  void who_has_stood_in_line_once_is_never_turned_away_for_want_of_room() {
    var routers =
        new FakeRouters(sent -> sent.number() <= 2 ? Given.bad(Kind.OVERLOADED, 429) : Given.good())
            .taking(sent -> SECOND);
    var endpoints = routers.endpoints(Given.endpoint("one", 2, 1));

    var answers = ask(routers, endpoints, 3);

    assertTrue(answers.stream().allMatch(Answer.Replied.class::isInstance), answers.toString());
  }

  @Test
  void a_queue_without_places_still_serves_who_finds_a_free_slot() {
    var routers = new FakeRouters(sent -> Given.good());
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 0));

    assertInstanceOf(Answer.Replied.class, ask(routers, endpoints, 1).getFirst());
  }

  @Test
  void who_finds_no_slot_within_the_admission_clock_is_told_so() {
    var routers = new FakeRouters(sent -> Given.good()).taking(sent -> Duration.ofMinutes(9));
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 5));
    Instant before = routers.time.instant();

    var answers = ask(routers, endpoints, 2);

    var failed = answers.stream().filter(Answer.Failed.class::isInstance).findFirst().orElseThrow();
    assertEquals(Kind.NOT_ADMITTED, ((Answer.Failed) failed).trouble().kind());
    assertEquals(Duration.ofMinutes(9), Duration.between(before, routers.time.instant()));
  }

  @Test
  void a_caller_who_is_cancelled_in_line_or_on_the_wire_leaves_its_place_to_others() {
    var routers = new FakeRouters(sent -> Given.good()).taking(sent -> Duration.ofMinutes(1));
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 5));
    var threads = List.of(new AtomicReference<Thread>(), new AtomicReference<Thread>());
    Instant before = routers.time.instant();

    var outcomes =
        routers.time.together(
            List.<Callable<String>>of(
                () -> cancelled(endpoints, threads.get(0)),
                () -> {
                  routers.time.sleep(SECOND);
                  return cancelled(endpoints, threads.get(1));
                },
                () -> {
                  routers.time.sleep(SECOND.multipliedBy(2));
                  routers.time.interrupt(threads.get(1).get());
                  routers.time.interrupt(threads.get(0).get());
                  var _ = endpoints.ask(Given.request(), Given.errand("c"));
                  return "served";
                }));

    assertEquals(List.of("cancelled", "cancelled", "served"), outcomes);
    assertEquals(Duration.ofSeconds(62), Duration.between(before, routers.time.instant()));
    assertEquals(0, endpoints.states().getFirst().inFlight());
    assertEquals(0, endpoints.states().getFirst().queued());
  }

  private static String cancelled(Endpoints endpoints, AtomicReference<Thread> thread) {
    thread.set(Thread.currentThread());
    assertThrows(
        InterruptedException.class, () -> endpoints.ask(Given.request(), Given.errand("a")));
    return "cancelled";
  }

  @Test
  void a_bug_on_the_wire_costs_no_slot() {
    var routers =
        new FakeRouters(sent -> {
          if (sent.number() == 1) {
            throw new IllegalStateException("a bug");
          }
          return Given.good();
        });
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 5));

    assertThrows(AssertionError.class, () -> ask(routers, endpoints, 1));

    assertInstanceOf(Answer.Replied.class, ask(routers, endpoints, 1).getFirst());
  }

  private static List<Answer> ask(FakeRouters routers, Endpoints endpoints, int callers) {
    return routers.time.together(
        IntStream.range(0, callers)
            .mapToObj(i ->
                (Callable<Answer>)
                    () -> endpoints.ask(Given.request(), Given.errand("subtask " + i)))
            .toList());
  }
}
