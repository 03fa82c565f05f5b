package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the browser tests make up is what a coordinator could say. */
class InventedTest {
  private static final String RUN = "/runs/" + InventedRuns.OPEN;
  private static final String SUBTASK =
      URLEncoder.encode(InventedRuns.OPEN + "/db-01.fra/storage", StandardCharsets.UTF_8);

  private static final Map<String, String> READ =
      Map.ofEntries(
          Map.entry("/fleet", "/fleet"),
          Map.entry("/nodes", "/nodes"),
          Map.entry("/nodes/{name}", "/nodes/db-01.fra"),
          Map.entry("/runs", "/runs"),
          Map.entry("/runs/{id}", RUN),
          Map.entry("/runs/{id}/diff/{other}", RUN + "/diff/" + InventedRuns.id(1)),
          Map.entry("/runs/{id}/subtasks/{subtask}", RUN + "/subtasks/" + SUBTASK),
          Map.entry("/runs/{id}/calls/{subtask}/{call}", RUN + "/calls/" + SUBTASK + "/c1"),
          Map.entry("/findings", "/findings"),
          Map.entry("/history", "/history"),
          Map.entry("/routers", "/routers"),
          Map.entry("/schedules", "/schedules"));

  private static final Map<String, String> SENT =
      Map.of(
          "/runs",
          "/runs",
          "/runs/{id}/cancel",
          RUN + "/cancel",
          "/findings/{fingerprint}/judgement",
          "/findings/f000002/judgement",
          "/session",
          "/session");

  private final Contract contract = new Contract();

  @Test
  void every_invented_answer_is_as_the_document_says() {
    for (Words words : List.of(Words.USUAL, Words.HOSTILE)) {
      var invented = new Invented(110, 12, 60, words);
      var wrong = new ArrayList<String>();
      READ.forEach((template, path) -> {
        String node = URLEncoder.encode(invented.name(1), StandardCharsets.UTF_8);
        String asked = path.replace("db-01.fra", node);
        contract
            .wrong("GET", template, said(invented, "GET", asked))
            .forEach(one -> wrong.add(template + " " + one));
      });
      SENT.forEach((template, path) ->
          contract
              .wrong("POST", template, said(invented, "POST", path))
              .forEach(one -> wrong.add("POST " + template + " " + one)));
      assertEquals(List.of(), wrong);
    }
  }

  @Test
  void every_kind_of_finding_is_as_the_document_says() {
    var invented = new Invented(110, 12, 60, Words.USUAL);
    for (int index = 0; index < 20; index++) {
      var finding = said(invented, "GET", "/findings/f%06d".formatted(index));
      assertEquals(List.of(), contract.wrong("GET", "/findings/{fingerprint}", finding));
    }
  }

  @Test
  void an_answer_that_drifts_is_seen() {
    var fleet = said(new Invented(10, 2, 10, Words.USUAL), "GET", "/fleet");
    assertNotEquals(List.of(), contract.wrong("GET", "/fleet", fleet.copy().put("colour", "red")));
    var _ = fleet.remove("time");
    assertNotEquals(List.of(), contract.wrong("GET", "/fleet", fleet));
  }

  private static JsonObject said(Answers answers, String method, String path) {
    var parameters = MultiMap.caseInsensitiveMultiMap().add("limit", "50").add("days", "30");
    return answers.to(method, path, parameters, new JsonObject()).orElseThrow();
  }
}
