package dev.swarm.router.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.exchange.Probed.Software;
import dev.swarm.router.wire.Catalogue.Listed;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private static final String LOADING =
      answer(
          "503 Service Unavailable",
          """
          {"error":{"message":"Loading model","type":"unavailable_error","code":503}}\
          """);
  private static final String LISTED =
      ok(
          """
          {"object":"list","data":[{"id":"other"},{"id":"big.gguf","aliases":["m"],\
          "owned_by":"llamacpp","meta":{"n_ctx":8192,"n_ctx_train":131072}}]}\
          """);
  private static final String PROPS =
      ok("{\"default_generation_settings\":{\"n_ctx\":4096},\"total_slots\":2}");

  private final Vertx vertx = Vertx.vertx();
  private final Probe probe = new Probe(vertx, InstantSource.system(), Asking.PATIENT);

  @AfterEach
  void close() {
    probe.close();
    var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_llama_server_tells_its_models_its_context_and_its_slots() throws Exception {
    var seen =
        probed(Map.of("/v1/models", LISTED, "/props", PROPS, "/health", ok("{\"status\":\"ok\"}")));
    assertTrue(seen.reachable());
    assertFalse(seen.loading());
    assertEquals(List.of("other", "big.gguf"), seen.models().stream().map(Listed::id).toList());
    assertEquals("big.gguf", seen.model("m").orElseThrow().id());
    assertEquals(
        OptionalInt.of(8192), seen.context(), "the slot's, not the one it was trained with");
    assertEquals(OptionalInt.of(2), seen.slots());
    assertEquals(Software.LLAMA_SERVER, seen.software());
    assertEquals(Optional.empty(), seen.trouble());
  }

  @Test
  void a_server_that_loads_is_there_and_not_ready() throws Exception {
    var seen = probed(Map.of("/v1/models", LOADING, "/health", LOADING, "/props", LOADING));
    assertTrue(seen.reachable());
    assertTrue(seen.loading());
    assertEquals(Optional.of(Kind.LOADING), seen.trouble().map(Trouble::kind));
  }

  @Test
  void a_vllm_tells_its_context_with_its_model() throws Exception {
    var seen =
        probed(
            Map.of(
                "/v1/models",
                ok("{\"data\":[{\"id\":\"m\",\"owned_by\":\"vllm\",\"max_model_len\":32768}]}"),
                "/health",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    assertEquals(OptionalInt.of(32768), seen.context());
    assertEquals(OptionalInt.empty(), seen.slots());
    assertEquals(Software.VLLM, seen.software());
  }

  @Test
  void an_ollama_is_known_by_its_greeting_and_by_its_tags() throws Exception {
    var listing =
        probed(
            Map.of(
                "/v1/models",
                ok("{\"data\":[{\"id\":\"m\"}]}"),
                "/",
                Said.sized("200 OK", "text/plain", "Ollama is running")));
    assertEquals(Software.OLLAMA, listing.software());
    var tagged = probed(Map.of("/api/tags", ok("{\"models\":[{\"name\":\"m\"}]}")));
    assertEquals(Software.OLLAMA, tagged.software());
    assertEquals("m", tagged.model("m").orElseThrow().id());
    assertEquals(Optional.empty(), tagged.trouble());
  }

  @Test
  void a_key_that_is_refused_is_told() throws Exception {
    var seen =
        probed(
            Map.of(
                "/v1/models",
                answer(
                    "401 Unauthorized",
                    """
                    {"error":{"message":"Invalid API Key","type":"authentication_error",\
                    "code":401}}\
                    """)));
    assertTrue(seen.reachable());
    assertEquals(Optional.of(Kind.UNAUTHORIZED), seen.trouble().map(Trouble::kind));
    assertFalse(seen.toString().contains(Asking.KEY), seen.toString());
  }

  @Test
  void a_web_server_is_there_and_no_router() throws Exception {
    var page = Said.sized("200 OK", "text/html", "<html>Welcome to nginx!</html>");
    var seen = probed(Map.of("/v1/models", page, "/", page, "/health", page, "/props", page));
    assertTrue(seen.reachable());
    assertEquals(Optional.of(Kind.NO_ROUTER), seen.trouble().map(Trouble::kind));
  }

  @Test
  void json_that_is_no_list_is_no_router() throws Exception {
    var seen = probed(Map.of("/v1/models", ok("{\"hello\":1}")));
    assertEquals(Optional.of(Kind.NO_ROUTER), seen.trouble().map(Trouble::kind));
  }

  @Test
  void one_that_does_not_answer_is_asked_once() throws Exception {
    try (var server = new RawServer(Visit::close)) {
      var seen =
          probe.probe(
              Asking.endpoint(server.url(), Asking.CLOCKS, Optional.empty()), Optional.empty());
      assertFalse(seen.reachable());
      assertEquals(Optional.of(Kind.CUT), seen.trouble().map(Trouble::kind));
      assertEquals(1, server.visits().size());
    }
  }

  private Probed probed(Map<String, String> answers) throws Exception {
    try (var server =
        new RawServer(visit -> {
          while (true) {
            var path = visit.request().split(" ")[1];
            visit.send(answers.getOrDefault(path, answer("404 Not Found", "{}")));
          }
        })) {
      return probe.probe(
          Asking.endpoint(server.url(), Asking.PATIENT, Optional.empty()), Optional.of(Asking.KEY));
    }
  }

  private static String ok(String json) {
    return answer("200 OK", json);
  }

  private static String answer(String status, String json) {
    return Said.sized(status, "application/json", json);
  }
}
