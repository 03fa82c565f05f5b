package dev.swarm.router.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server as a well-behaved one, seen by another client than ours. */
class ScriptedRouterTest {
  private static final Script SCRIPT =
      Script.begin()
          .calls(Script.call("filesystems", "{\"path\":\"/\"}"), Script.call("mounts", "{}"))
          .reports(Claim.on("/var", "/var", "used_percent", "It is full."))
          .concludes("One file system is full.")
          .end();
  private static final String AFTER =
      """
      {"model":"scripted","messages":[{"role":"system","content":"You look."},
      {"role":"user","content":"storage"},
      {"role":"assistant","content":"","tool_calls":[
      {"id":"%1$s","type":"function","function":{"name":"filesystems","arguments":"{}"}}]},
      {"role":"tool","tool_call_id":"%1$s","content":"r1:1| /home 12 %%\\nr1:2| /var 97 %%"}]}\
      """;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private ScriptedRouter listen(Settings settings, Brain brain) throws Exception {
    return ScriptedRouter.listen(vertx, settings, brain)
        .toCompletionStage()
        .toCompletableFuture()
        .get(60, TimeUnit.SECONDS);
  }

  @Test
  void the_first_turn_calls_what_the_script_says() throws Exception {
    var reply = new Caller(listen(Settings.STANDARD, SCRIPT)).reply(Caller.ask("storage"));
    var calls = reply.at("/choices/0/message/tool_calls");
    assertEquals(2, calls.size());
    assertEquals("filesystems", calls.at("/0/function/name").asText());
    assertEquals("{\"path\":\"/\"}", calls.at("/0/function/arguments").asText());
    assertEquals("tool_calls", reply.at("/choices/0/finish_reason").asText());
    assertTrue(calls.at("/0/id").asText().matches("[a-zA-Z0-9]{9}"));
    assertTrue(reply.at("/usage/prompt_tokens").asInt() > 50);
  }

  @Test
  void the_step_follows_from_the_conversation_and_blanks_are_filled_from_its_results()
      throws Exception {
    var reply = new Caller(listen(Settings.STANDARD, SCRIPT)).reply(AFTER.formatted("abcdefghi"));
    var arguments =
        Caller.json(reply.at("/choices/0/message/tool_calls/0/function/arguments").asText());
    assertEquals("r1:2", arguments.at("/lines/0").asText());
    assertEquals("/var", arguments.at("/subject").asText());
  }

  @Test
  void a_step_is_still_known_after_its_history_was_compacted() {
    var id = CallIds.id(Seed.of("x"), 17, 0);
    var asked = asked(AFTER.formatted(id));
    assertEquals(18, asked.step());
    assertEquals(1, asked(AFTER.formatted("abcdefghi")).step());
  }

  private static Asked asked(String body) {
    var read = Questions.read(body.getBytes(StandardCharsets.UTF_8), Asked.Origin.UNKNOWN);
    return ((Questions.Read.Good) read).asked();
  }

  @Test
  void a_streamed_reply_says_the_same_as_a_whole_one() throws Exception {
    var caller = new Caller(listen(Settings.STANDARD, SCRIPT));
    var whole = caller.reply(Caller.ask("storage"));
    var response = caller.post(Caller.streamed(Caller.ask("storage")));
    assertTrue(response.body().endsWith("data: [DONE]\n\n"));
    var chunks = Caller.chunks(response.body());
    var arguments =
        chunks.stream()
            .map(chunk -> chunk.at("/choices/0/delta/tool_calls/0"))
            .filter(call -> call.path("index").asInt(-1) == 0)
            .map(call -> call.at("/function/arguments").asText(""))
            .collect(Collectors.joining());
    assertEquals(
        whole.at("/choices/0/message/tool_calls/0/function/arguments").asText(), arguments);
    assertEquals(
        whole.path("usage").path("completion_tokens"),
        chunks.getLast().path("usage").path("completion_tokens"));
    assertTrue(chunks.getLast().path("choices").isEmpty());
  }

  @Test
  void the_same_question_gets_the_same_bytes_in_any_order() throws Exception {
    var one = new Caller(listen(Settings.STANDARD, SCRIPT));
    var other = new Caller(listen(Settings.STANDARD, SCRIPT));
    var first = one.post(Caller.ask("storage")).body();
    var _ = other.post(Caller.ask("logs")).body();
    assertEquals(first, other.post(Caller.ask("storage")).body());
  }

  @Test
  void who_may_not_call_tools_is_given_text() throws Exception {
    var body = Caller.ask("storage").replace("\"tools\"", "\"tool_choice\":\"none\",\"tools\"");
    var reply = new Caller(listen(Settings.STANDARD, SCRIPT)).reply(body);
    assertFalse(reply.at("/choices/0/message").has("tool_calls"));
    assertEquals("stop", reply.at("/choices/0/finish_reason").asText());
  }

  @Test
  void a_wrong_key_is_refused_as_llama_server_refuses_it_and_health_needs_none() throws Exception {
    var router = listen(Settings.STANDARD.key("sesame"), SCRIPT);
    var caller = new Caller(router);
    var refused = caller.post(Caller.ask("storage"), "authorization", "Bearer wrong");
    assertEquals(401, refused.statusCode());
    assertEquals("Invalid API Key", Caller.json(refused.body()).at("/error/message").asText());
    assertEquals(401, caller.get("/models").statusCode());
    assertEquals(200, caller.get("/health").statusCode());
    assertEquals(200, caller.post(Caller.ask("x"), "authorization", "Bearer sesame").statusCode());
    assertEquals(2, router.statistics().unauthorized());
    assertFalse(router.received().getFirst().headers().containsKey("authorization"));
  }

  @Test
  void models_props_slots_and_metrics_tell_what_is_served() throws Exception {
    var settings =
        Settings.STANDARD
            .serving(new Served(List.of("small", "large"), 8192))
            .capacity(Capacity.slots(3));
    var caller = new Caller(listen(settings, SCRIPT));
    var models = Caller.json(caller.get("/models").body());
    assertEquals("large", models.at("/data/1/id").asText());
    assertEquals(8192, models.at("/data/0/meta/n_ctx").asInt());
    assertEquals(3, Caller.json(caller.get("/props").body()).path("total_slots").asInt());
    assertEquals(3, Caller.json(caller.get("/slots").body()).size());
    assertTrue(caller.get("/metrics").body().contains("llamacpp:requests_deferred 0"));
  }

  @Test
  void broken_requests_are_refused_in_json() throws Exception {
    var caller = new Caller(listen(Settings.STANDARD.mostBytes(2000), SCRIPT));
    assertEquals(400, caller.post("{\"messages\":").statusCode());
    assertEquals(400, caller.post("[]").statusCode());
    assertEquals(400, caller.post("{\"messages\":[]}").statusCode());
    assertEquals(400, caller.post("[".repeat(1500)).statusCode());
    assertEquals(413, caller.post(Caller.ask("x".repeat(3000))).statusCode());
    assertEquals(405, caller.get("/chat/completions").statusCode());
    var unknown = caller.get("/nope");
    assertEquals(404, unknown.statusCode());
    assertEquals(
        "Invalid URL (GET /v1/nope)", Caller.json(unknown.body()).at("/error/message").asText());
  }

  @Test
  void a_brain_that_fails_is_a_500_and_the_slot_is_free_again() throws Exception {
    Brain failing =
        asked -> {
          throw new IllegalStateException("out of wits");
        };
    var router = listen(Settings.STANDARD.capacity(Capacity.slots(1)), failing);
    var caller = new Caller(router);
    assertEquals(500, caller.post(Caller.ask("a")).statusCode());
    assertEquals(500, caller.post(Caller.ask("b")).statusCode());
    assertEquals(0, router.statistics().working().now());
  }

  @Test
  void a_conversation_that_only_grows_keeps_its_prefix_and_one_that_changes_does_not()
      throws Exception {
    var router = listen(Settings.STANDARD, SCRIPT);
    var caller = new Caller(router);
    var first = "{\"role\":\"user\",\"content\":\"storage\"}";
    var second = ",{\"role\":\"assistant\",\"content\":\"well\"}";
    var bodies = new ArrayList<String>();
    bodies.add("{\"messages\":[" + first + "],\"tools\":" + Caller.TOOLS + "}");
    bodies.add("{\"messages\":[" + first + second + "],\"tools\":" + Caller.TOOLS + "}");
    bodies.add("{\"messages\":[" + first + second.replace("well", "no") + "],\"tools\":[]}");
    for (var body : bodies) {
      assertEquals(200, caller.post(body).statusCode());
    }
    assertEquals(
        "[FIRST, KEPT, BROKEN]",
        router.received().stream().map(Received::prefix).toList().toString());
    assertEquals(bodies, router.received().stream().map(Received::body).toList());
    assertEquals(1, router.statistics().prefixesKept());
    assertEquals(1, router.statistics().prefixesBroken());
  }
}
