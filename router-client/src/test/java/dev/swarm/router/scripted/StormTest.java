package dev.swarm.router.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is random is so by seed: the same every time, and in the shares that were asked for. */
class StormTest {
  private static List<Integer> statuses(long seed) {
    var storm = new Storm(seed, 0.2, 0.2, 0.1, Duration.ofSeconds(1));
    return LongStream.rangeClosed(1, 20_000)
        .mapToObj(number -> storm.refusal(number).map(Refusal::status).orElse(200))
        .toList();
  }

  @Test
  void the_same_seed_refuses_the_same_requests_and_another_one_others() {
    assertEquals(statuses(7), statuses(7));
    assertNotEquals(statuses(7), statuses(8));
  }

  @Test
  void the_shares_are_those_asked_for() {
    var statuses = statuses(7);
    assertEquals(0.2, share(statuses, 429), 0.01);
    assertEquals(0.2, share(statuses, 503), 0.01);
    assertEquals(0.1, share(statuses, 500), 0.01);
  }

  private static double share(List<Integer> statuses, int status) {
    return statuses.stream().filter(one -> one == status).count() / (double) statuses.size();
  }

  @Test
  void a_storm_shows_over_http_and_is_counted() {
    try (var running = new Running()) {
      var storm = new Storm(3, 0.5, 0, 0, Duration.ofSeconds(9));
      var router =
          running.listen(Settings.STANDARD.storm(storm), Script.begin().says("fine").end());
      var caller = new Caller(router);
      int refused = 0;
      for (int i = 0; i < 40; i++) {
        var reply = caller.post(Caller.ask("n" + i));
        refused += reply.statusCode() == 429 ? 1 : 0;
        assertEquals(
            reply.statusCode() == 429 ? "9" : "",
            reply.headers().firstValue("retry-after").orElse(""));
      }
      assertTrue(refused > 0 && refused < 40, "refused: " + refused);
      assertEquals(refused, router.statistics().overloaded());
      assertEquals(0, router.statistics().hasty());
    }
  }

  @Test
  void a_misbehaviour_comes_on_its_occasion_only() {
    try (var running = new Running()) {
      var settings =
          Settings.STANDARD
              .misbehaving(new Occasion.Nth(2), Deviation.SERVER_BUSY)
              .misbehaving(new Occasion.AtStep(1), Deviation.EMPTY_ANSWER)
              .misbehaving(new Occasion.Streamed(), Deviation.OTHER_MODEL);
      var caller = new Caller(running.listen(settings, Script.begin().says("fine").end()));
      assertEquals(200, caller.post(Caller.ask("a")).statusCode());
      assertEquals(503, caller.post(Caller.ask("a")).statusCode());
      assertEquals("fine", text(caller, Caller.ask("a")));
      var later =
          Caller.ask("a")
              .replace("}],\"tools\"", "},{\"role\":\"assistant\",\"content\":\"x\"}],\"tools\"");
      assertEquals("", text(caller, later));
      assertTrue(caller.post(Caller.streamed(Caller.ask("a"))).body().contains("some-other-model"));
    }
  }

  private static String text(Caller caller, String body) {
    return caller.reply(body).at("/choices/0/message/content").asText();
  }

  @Test
  void thinking_times_are_drawn_by_conversation_and_step_around_their_median() {
    var thinking = new Thinking.Lognormal(1, Duration.ofMillis(100), 0.5, Duration.ofSeconds(5));
    var times =
        LongStream.range(0, 2000).mapToObj(i -> thinking.of(asked("n" + i), i)).sorted().toList();
    assertEquals(100.0, (double) times.get(1000).toMillis(), 8.0);
    assertEquals(44.0, (double) times.get(100).toMillis(), 6.0);
    assertEquals(228.0, (double) times.get(1900).toMillis(), 25.0);
    assertEquals(thinking.of(asked("x"), 1), thinking.of(asked("x"), 99));
  }

  @Test
  void replayed_times_come_in_their_order() {
    var thinking = new Thinking.Replayed(List.of(Duration.ofMillis(1), Duration.ofMillis(2)));
    assertEquals(Duration.ofMillis(1), thinking.of(asked("x"), 3));
    assertEquals(Duration.ofMillis(2), thinking.of(asked("x"), 4));
  }

  static Asked asked(String text) {
    var body = Caller.ask(text).getBytes(StandardCharsets.UTF_8);
    return ((Questions.Read.Good) Questions.read(body, Asked.Origin.UNKNOWN)).asked();
  }
}
