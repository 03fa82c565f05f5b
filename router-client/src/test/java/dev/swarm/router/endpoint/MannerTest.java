package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Streaming;
import dev.swarm.router.wire.Remark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How an endpoint is spoken to, and what it teaches. */
class MannerTest {
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
