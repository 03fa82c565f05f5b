package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several endpoints is asked. */
class ChoosingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

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
    assertTrue(took.compareTo(Duration.ofSeconds(13)) <= 0, took.toString());
  }
}
