package dev.swarm.coordinator.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.coordinator.Precedence;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Turn.Kind;
import dev.swarm.coordinator.time.CrankedTimers;
import dev.swarm.protocol.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CrankedTimers timers = new CrankedTimers("2026-11-20T19:45:12Z");
  private final RememberedLives lives = new RememberedLives(timers);
  private final QueueDesk desk = new QueueDesk();
  private final List<String> told = new ArrayList<>();
  private Precedence rank = Precedence.ALONE;
  private Hook hook;
  private Notices notices;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    hook = new Hook();
    notices = start(Form.JSON);
  }

  @AfterEach
  void close() {
    notices.close();
    desk.run();
    hook.close();
  }

  @Test
  void a_run_is_one_digest_with_each_finding_once() throws Exception {
    lives.turn("r1", "web-2", "/var is 98 % full", Severity.CRITICAL, Kind.NEW);
    lives.turn("r1", "web-1", "/var is 98 % full", Severity.CRITICAL, Kind.NEW);
    lives.turn("r1", "web-1", "clock is off", Severity.WARNING, Kind.FIXED);
    ended();
    var digest = json(hook.request());
    answered();
    assertEquals("swarm.notice/1", digest.path("schema").asText());
    assertEquals("ops/r1", digest.path("id").asText());
    assertEquals(2, digest.path("counts").path("new").asInt());
    assertEquals(1, digest.path("counts").path("fixed").asInt());
    assertEquals(2, digest.path("changes").size());
    var worst = digest.path("changes").get(0);
    assertEquals("/var is 98 % full", worst.path("title").asText());
    assertEquals("[\"web-1\",\"web-2\"]", worst.path("nodes").toString());
    assertEquals(0, hook.waiting());
  }

  @Test
  void the_same_is_told_once_also_after_a_restart() throws Exception {
    lives.turn("r1", "web-1", "/var is full", Severity.CRITICAL, Kind.NEW);
    ended();
    var _ = hook.request();
    answered();
    lives.tell();
    pass(Duration.ofMinutes(5));
    notices.close();
    desk.run();
    notices = start(Form.JSON);
    pass(Duration.ofMinutes(5));
    lives.turn("r2", "web-1", "/var is full", Severity.CRITICAL, Kind.FIXED);
    ended();
    assertEquals("ops/r2", json(hook.request()).path("id").asText());
    answered();
    assertEquals(0, hook.waiting());
  }

  @Test
  void what_happened_while_nobody_was_there_is_told_afterwards() throws Exception {
    notices.close();
    desk.run();
    lives.turn("r1", "web-1", "/var is full", Severity.CRITICAL, Kind.NEW);
    pass(Duration.ofHours(1));
    notices = start(Form.JSON);
    pass(Duration.ofSeconds(6));
    assertEquals("ops/r1", json(hook.request()).path("id").asText());
    answered();
  }

  @Test
  void what_was_there_before_the_first_start_is_no_news() throws Exception {
    timers.set("2026-11-19T00:00:00Z");
    lives.turn("r0", "web-1", "old", Severity.CRITICAL, Kind.NEW);
    timers.set("2026-11-20T19:46:00Z");
    lives.turn("r1", "web-1", "fresh", Severity.CRITICAL, Kind.NEW);
    ended();
    assertEquals("ops/r1", json(hook.request()).path("id").asText());
    answered();
    assertEquals(0, hook.waiting());
  }

  @Test
  void only_what_is_grave_enough_and_asked_for_is_told() throws Exception {
    lives.turn("r1", "web-1", "a trifle", Severity.INFO, Kind.NEW);
    lives.turn("r1", "web-1", "a change", Severity.CRITICAL, Kind.CHANGED);
    lives.turn("r1", "web-1", "a swing", Severity.CRITICAL, Kind.NEW, true, Optional.empty());
    var accepted =
        new Judgement.Accepted("ops", lives.now(), lives.now().plusSeconds(86_400), "moving");
    lives.turn(
        "r1", "web-1", "accepted", Severity.CRITICAL, Kind.BACK, false, Optional.of(accepted));
    ended();
    lives.turn("r2", "web-1", "a matter", Severity.WARNING, Kind.NEW);
    ended();
    var digest = json(hook.request());
    answered();
    assertEquals("ops/r2", digest.path("id").asText());
    assertEquals(0, hook.waiting());
  }

  @Test
  void a_server_in_trouble_is_asked_again_later_and_later() throws Exception {
    hook.answers("HTTP/1.1 500 Oops");
    hook.answers("HTTP/1.1 503 Oops");
    hook.cutsTheConnection();
    hook.speaksNonsense();
    news("r1");
    pass(Duration.ofMinutes(4));
    for (int attempt = 0; attempt < 5; attempt++) {
      assertEquals("ops/r1", json(hook.request()).path("id").asText());
    }
    pass(Duration.ofMinutes(20));
    assertEquals(0, hook.waiting());
    assertEquals(1, told.size());
    assertTrue(told.getFirst().contains("it answers 500; trying again"), told.getFirst());
  }

  @Test
  void a_server_that_asks_for_patience_is_given_it() throws Exception {
    hook.answers("HTTP/1.1 429 Slow down\r\nRetry-After: 120");
    news("r1");
    var _ = hook.request();
    answered();
    pass(Duration.ofSeconds(114));
    assertEquals(0, hook.waiting());
    pass(Duration.ofSeconds(3));
    var _ = hook.request();
    answered();
  }

  @Test
  void patience_may_be_asked_for_by_a_date_and_has_its_bounds() throws Exception {
    hook.answers("HTTP/1.1 503 Closed\r\nRetry-After: Fri, 20 Nov 2026 19:55:00 GMT");
    hook.answers("HTTP/1.1 503 Closed\r\nRetry-After: 999999999");
    news("r1");
    var _ = hook.request();
    answered();
    pass(Duration.ofMinutes(9));
    assertEquals(0, hook.waiting());
    pass(Duration.ofMinutes(1));
    var _ = hook.request();
    answered();
    pass(Duration.ofMinutes(61));
    var _ = hook.request();
    answered();
  }

  @Test
  void a_server_that_never_answers_is_left_and_asked_again() throws Exception {
    hook.hangs();
    news("r1");
    var _ = hook.request();
    answered();
    pass(Duration.ofMinutes(1));
    var _ = hook.request();
    answered();
    assertTrue(told.getFirst().contains("did not answer in time"), told.getFirst());
  }

  @Test
  void a_body_without_end_holds_nobody_up() throws Exception {
    hook.neverEnds("HTTP/1.1 200 OK");
    news("r1");
    var _ = hook.request();
    answered();
    hook.neverEnds("HTTP/1.1 500 Oops");
    news("r2");
    var _ = hook.request();
    answered();
    pass(Duration.ofMinutes(1));
    assertEquals("ops/r2", json(hook.request()).path("id").asText());
    answered();
  }

  @Test
  void a_redirect_is_not_followed_and_a_refusal_is_not_repeated() throws Exception {
    hook.answers("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/elsewhere");
    news("r1");
    var _ = hook.request();
    answered();
    hook.answers("HTTP/1.1 404 No service");
    news("r2");
    var _ = hook.request();
    answered();
    pass(Duration.ofHours(1));
    assertEquals(0, hook.waiting());
    assertTrue(told.get(0).contains("redirects are not followed"), told.get(0));
    assertTrue(told.get(1).contains("given up"), told.get(1));
  }

  @Test
  void what_nobody_takes_for_a_day_is_given_up() throws Exception {
    hook.always("HTTP/1.1 500 Oops");
    news("r1");
    pass(Duration.ofHours(26));
    assertTrue(told.getLast().contains("nobody has taken it for a day"), told.getLast());
    assertEquals(2, told.size(), told.toString());
    int attempts = hook.waiting();
    assertTrue(attempts > 60 && attempts < 220, "attempts: " + attempts);
  }

  @Test
  void nothing_that_is_said_or_kept_shows_where_a_webhook_listens() throws Exception {
    hook.answers("HTTP/1.1 403 Forbidden");
    news("r1");
    var _ = hook.request();
    answered();
    assertFalse(told.isEmpty());
    assertTrue(told.stream().noneMatch(line -> line.contains("secret")), told.toString());
    assertTrue(told.getFirst().contains("http://127.0.0.1:"), told.getFirst());
    for (var wrong :
        List.of("ftp://h/secret", "http://far.example/secret", "https://u:secret@h/", "secret")) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> Address.parse(wrong));
      assertFalse(String.valueOf(refusal.getMessage()).contains("secret"));
    }
  }

  @Test
  void one_who_is_behind_tells_nothing_unless_the_first_is_gone() throws Exception {
    rank = Precedence.BEHIND;
    news("r1");
    pass(Duration.ofMinutes(1));
    assertEquals(0, hook.waiting());
    rank = Precedence.ALONE;
    pass(Duration.ofSeconds(31));
    assertEquals("ops/r1", json(hook.request()).path("id").asText());
    answered();
    rank = Precedence.BEHIND;
    news("r2");
    pass(Duration.ofMinutes(3));
    rank = Precedence.ALONE;
    pass(Duration.ofMinutes(3));
    assertEquals(0, hook.waiting());
  }

  @Test
  void a_storm_is_a_digest_of_bounded_size() throws Exception {
    for (int node = 0; node < 300; node++) {
      for (int finding = 0; finding < 70; finding++) {
        lives.turn("r1", "node-" + node, "finding " + finding, Severity.WARNING, Kind.NEW);
      }
    }
    ended();
    var request = hook.request();
    answered();
    var digest = json(request);
    assertEquals(21_000, digest.path("counts").path("new").asInt());
    assertEquals(50, digest.path("changes").size());
    assertEquals(20, digest.path("notListed").asInt());
    assertEquals(280, digest.path("changes").get(0).path("nodesNotListed").asInt());
    assertTrue(request.body().length() < 100_000, "length: " + request.body().length());
  }

  @Test
  void slack_gets_text_that_mentions_and_links_nobody() throws Exception {
    notices.close();
    desk.run();
    notices = start(Form.SLACK);
    lives.turn(
        "r1", "web-1", "<!channel> *bold* <http://evil|click> \u202e", Severity.CRITICAL, Kind.NEW);
    ended();
    var request = hook.request();
    answered();
    var message = json(request);
    var text = message.path("blocks").get(1).path("text").path("text").asText();
    assertTrue(text.contains("&lt;!channel&gt;"), text);
    assertTrue(text.contains("\\u{202e}"), text);
    assertFalse(text.contains("<"), text);
    assertTrue(message.path("text").asText().startsWith("1 new · swarm"), request.body());
    assertTrue(request.head().contains("Idempotency-Key: ops/r1"), request.head());
  }

  private void news(String run) throws InterruptedException {
    lives.turn(run, "web-1", "/var is full in " + run, Severity.CRITICAL, Kind.NEW);
    ended();
  }

  /** Waits until no answer is waited for; it may have come before. */
  private void answered() throws InterruptedException {
    desk.until(notices::idle);
  }

  private void ended() throws InterruptedException {
    lives.tell();
    desk.run();
    pass(Duration.ofSeconds(6));
  }

  /** In small steps; whatever is sent is answered before time goes on. */
  private void pass(Duration time) throws InterruptedException {
    answered();
    var end = timers.now().plus(time);
    while (timers.now().isBefore(end)) {
      var step = Duration.between(timers.now(), end);
      timers.advance(step.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : step);
      answered();
    }
  }

  private Notices start(Form form) {
    var destination =
        new Destination(
            "ops",
            Address.parse(hook.url()),
            form,
            Severity.WARNING,
            EnumSet.of(Happening.NEW, Happening.BACK, Happening.FIXED));
    var parts =
        new Notices.Parts(
            List.of(destination),
            folder,
            lives,
            () -> rank,
            "central",
            "0.1.0",
            timers,
            desk,
            told::add);
    var courier = new Courier(Duration.ofMillis(700), timers::now, "0.1.0");
    var opened = Notices.open(parts, courier);
    desk.run();
    return opened;
  }

  private static JsonNode json(Hook.Request request) throws IOException {
    return JSON.readTree(request.body());
  }
}
