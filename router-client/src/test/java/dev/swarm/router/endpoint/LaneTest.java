package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Streaming;
import dev.swarm.router.wire.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines, whose turn it is, and which of several endpoints is asked. */
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

  @Test
  void requests_of_one_subtask_go_to_one_endpoint_and_all_endpoints_get_some() {
    var routers = new FakeRouters(sent -> Given.good());
    var endpoints =
        routers.endpoints(
            Given.endpoint("one", 4, 9), Given.endpoint("two", 4, 9), Given.endpoint("3", 4, 9));

    var owners = new HashMap<String, Set<String>>();
    for (int i = 0; i < 300; i++) {
      var subtask = "subtask " + i % 60;
      var answer = routers.time.alone(() -> endpoints.ask(Given.request(), Given.errand(subtask)));
      var served = ((Answer.Replied) answer).served();
      owners.computeIfAbsent(subtask, _ -> new HashSet<>()).add(served.endpoint());
    }

    assertTrue(owners.values().stream().allMatch(owner -> owner.size() == 1), owners.toString());
    for (var state : endpoints.states()) {
      assertTrue(state.requests() >= 50, state.name() + " got " + state.requests());
    }
  }

  @Test
  void a_subtask_moves_only_if_its_own_endpoint_goes() {
    var names = List.of("one", "two", "three", "four");
    var all = owners(names);
    var fewer = owners(names.subList(0, 3));

    all.forEach((subtask, owner) -> {
      if (!owner.equals("four")) {
        assertEquals(owner, fewer.get(subtask));
      }
    });
  }

  private static Map<String, String> owners(List<String> names) {
    var routers = new FakeRouters(sent -> Given.good());
    var endpoints =
        routers.endpoints(
            names.stream().map(name -> Given.endpoint(name, 1, 1)).toArray(Endpoint[]::new));
    var owners = new HashMap<String, String>();
    for (int i = 0; i < 100; i++) {
      var subtask = "subtask " + i;
      var answer = routers.time.alone(() -> endpoints.ask(Given.request(), Given.errand(subtask)));
      owners.put(subtask, ((Answer.Replied) answer).served().endpoint());
    }
    return owners;
  }

  @Test
  void a_queue_at_the_subtasks_own_endpoint_spills_to_the_least_busy_one() {
    var routers = new FakeRouters(sent -> Given.good()).taking(sent -> SECOND);
    var endpoints = routers.endpoints(Given.endpoint("one", 2, 100), Given.endpoint("two", 2, 100));
    Instant before = routers.time.instant();

    var answers =
        routers.time.together(
            IntStream.range(0, 40)
                .mapToObj(i ->
                    (Callable<Answer>)
                        () -> endpoints.ask(Given.request(), Given.errand("the same")))
                .toList());

    assertTrue(answers.stream().allMatch(Answer.Replied.class::isInstance));
    var took = Duration.between(before, routers.time.instant());
    assertTrue(took.compareTo(Duration.ofSeconds(12)) <= 0, took.toString());
  }

  @Test
  void a_refusal_that_teaches_is_followed_by_a_request_that_is_put_better_and_costs_no_retry() {
    var better = with(Profile.STANDARD, Streaming.AUTO, LimitField.MAX_COMPLETION_TOKENS);
    var routers =
        new FakeRouters(sent ->
            sent.profile().limitField() == LimitField.MAX_TOKENS
                ? Given.bad(Kind.REFUSED, 400)
                : Given.good())
            .learning((profile, trouble, body) ->
                profile.equals(better) ? Optional.empty() : Optional.of(better));
    var endpoints = routers.endpoints(Given.endpoint("one", 4, 100));

    var answers = ask(routers, endpoints, 20);

    assertTrue(answers.stream().allMatch(Answer.Replied.class::isInstance));
    assertEquals(24, routers.sent().size());
    assertEquals(better, routers.sent().getLast().profile());
  }

  @Test
  void a_server_that_contradicts_itself_is_not_learned_from_for_ever() {
    var other = with(Profile.STANDARD, Streaming.AUTO, LimitField.MAX_COMPLETION_TOKENS);
    var routers =
        new FakeRouters(sent -> Given.bad(Kind.REFUSED, 400))
            .learning((profile, trouble, body) ->
                Optional.of(profile.equals(other) ? Profile.STANDARD : other));

    var answer = ask(routers, routers.endpoints(Given.endpoint("one", 1, 1)), 1).getFirst();

    assertEquals(Kind.REFUSED, ((Answer.Failed) answer).trouble().kind());
    assertEquals(5, routers.sent().size());
  }

  @Test
  void a_stream_that_comes_garbled_twice_is_asked_for_in_one_piece() {
    var routers =
        new FakeRouters(sent ->
            sent.profile().streaming() == Streaming.OFF ? Given.good() : Given.bad(Kind.GARBLED));
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 1));

    assertInstanceOf(Answer.Replied.class, ask(routers, endpoints, 1).getFirst());
    assertInstanceOf(Answer.Replied.class, ask(routers, endpoints, 1).getFirst());

    assertEquals(
        List.of(Streaming.AUTO, Streaming.AUTO, Streaming.OFF, Streaming.OFF),
        routers.sent().stream().map(sent -> sent.profile().streaming()).toList());
  }

  @Test
  void a_call_that_comes_in_pieces_and_does_not_parse_speaks_against_streams_too() {
    var routers = new FakeRouters(sent -> Given.remarked(Remark.STREAMED_CALL_BROKEN));
    var endpoints = routers.endpoints(Given.endpoint("one", 1, 1));

    for (int i = 0; i < 3; i++) {
      var _ = ask(routers, endpoints, 1);
    }

    assertEquals(Streaming.OFF, routers.sent().getLast().profile().streaming());
  }

  @Test
  void where_the_operator_wants_streams_they_stay() {
    var on = with(Profile.STANDARD, Streaming.ON, LimitField.MAX_TOKENS);
    var routers = new FakeRouters(sent -> Given.bad(Kind.GARBLED));

    var _ = ask(routers, routers.endpoints(Given.endpoint("one", Tier.LOCAL, 1, 1, on)), 1);

    assertTrue(routers.sent().stream().allMatch(sent -> sent.profile().equals(on)));
  }

  private static Profile with(Profile profile, Streaming streaming, LimitField field) {
    return new Profile(
        streaming,
        profile.replay(),
        profile.textCalls(),
        profile.foldInstructions(),
        profile.alternate(),
        profile.nullText(),
        field,
        profile.cacheKey(),
        profile.parallelCalls(),
        profile.temperature());
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
