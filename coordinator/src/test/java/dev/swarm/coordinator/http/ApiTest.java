package dev.swarm.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarm.coordinator.Replay;
import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Style;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route over recorded audits, and every answer against the document. */
class ApiTest {
  private static final String ROOT = Route.ROOT;
  private final Document document = new Document();
  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() throws Exception {
    served = new Served(folder).withHistory();
  }

  @AfterEach
  void stop() {
    served.close();
    assertEquals(List.of(), served.log);
  }

  private Client.Response get(String template, String path) {
    return told("GET", template, served.client().get(ROOT + path));
  }

  private Client.Response post(String template, String path, String body) {
    assertEquals(List.of(), document.wrongAsked("POST", template, body), body);
    return told("POST", template, served.client().post(ROOT + path, body));
  }

  /** Checked against the document, whatever its status. */
  private Client.Response told(String method, String template, Client.Response response) {
    var wrong = document.wrong(method, template, response.status(), response.body());
    assertEquals(List.of(), wrong, () -> template + " " + response);
    assertEquals(StrictHeaders.POLICY, response.headers().get("content-security-policy"));
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Test
  void everything_that_can_be_read_is_as_the_document_says() {
    var run = Served.NEWER.value();
    var detail = get("/runs/{id}", "/runs/" + run).json();
    var subtask = detail.path("subtasks").get(0).path("id").asText();
    var page = get("/findings", "/findings").json();
    var finding = page.path("findings").get(0).path("fingerprint").asText();
    var other = get("/runs", "/runs").json().path("runs").get(1).path("id").asText();
    for (var one :
        Map.ofEntries(
                Map.entry("/fleet", "/fleet"),
                Map.entry("/nodes", "/nodes?state=expected&q=n&limit=1"),
                Map.entry("/nodes/{name}", "/nodes/n1"),
                Map.entry("/runs", "/runs?state=incomplete"),
                Map.entry("/runs/{id}/events", "/runs/" + run + "/events?after=3&limit=5"),
                Map.entry("/runs/{id}/diff/{other}", "/runs/" + other + "/diff/" + run),
                Map.entry(
                    "/runs/{id}/subtasks/{subtask}",
                    "/runs/" + run + "/subtasks/" + encoded(subtask)),
                Map.entry("/findings/{fingerprint}", "/findings/" + finding),
                Map.entry("/history", "/history?days=3"),
                Map.entry("/routers", "/routers"),
                Map.entry("/schedules", "/schedules"),
                Map.entry("/session", "/session"),
                Map.entry("/health", "/health"),
                Map.entry("/ready", "/ready"),
                Map.entry("/openapi.json", "/openapi.json"))
            .entrySet()) {
      assertEquals(200, get(one.getKey(), one.getValue()).status(), one.getValue());
    }
  }

  @Test
  void two_runs_are_compared_in_the_order_asked() {
    var older = get("/runs", "/runs").json().path("runs").get(1).path("id").asText();
    var newer = Served.NEWER.value();
    var template = "/runs/{id}/diff/{other}";
    var forth = get(template, "/runs/" + newer + "/diff/" + older).json();
    assertEquals(List.of(older, newer), ends(forth));
    var back = get(template, "/runs/" + older + "/diff/" + newer).json();
    assertEquals(List.of(newer, older), ends(back));
    assertEquals(forth.path("still").size(), back.path("still").size());
    assertTrue(forth.path("revealed").size() > 0, forth::toString);
    assertFalse(forth.path("revealed").get(0).path("reason").asText().isBlank());
  }

  private static List<String> ends(JsonNode diff) {
    return List.of(diff.path("before").asText(), diff.path("after").asText());
  }

  @Test
  void calling_a_finding_wrong_moves_the_number_of_who_reported_it_by_one() {
    var page = get("/findings", "/findings").json().path("findings");
    var print = page.get(0).path("fingerprint").asText();
    var detail = get("/findings/{fingerprint}", "/findings/" + print).json();
    var mind = detail.path("lives").get(0).path("mind").asText();
    assertFalse(mind.isBlank(), detail::toString);
    assertEquals(0, wrongs(mind));
    var node = detail.path("lives").get(0).path("node").asText();
    var said = "{\"kind\":\"wrong\",\"node\":\"" + node + "\",\"reason\":\"a snapshot\"}";
    var template = "/findings/{fingerprint}/judgement";
    assertEquals(200, post(template, "/findings/" + print + "/judgement", said).status());
    assertEquals(1, wrongs(mind));
  }

  private int wrongs(String mind) {
    int wrong = 0;
    for (var model : get("/routers", "/routers").json().path("models")) {
      wrong += model.path("model").asText().equals(mind) ? model.path("wrong").asInt() : 0;
    }
    return wrong;
  }

  @Test
  void what_is_not_json_has_the_type_that_the_document_says() {
    var report = "/runs/" + Served.NEWER + "/report";
    for (var format : Format.values()) {
      typed("/runs/{id}/report", served.client().get(ROOT + report + "?format=" + format.id()));
    }
    typed("/metrics", served.client().get(ROOT + "/metrics"));
    typed("/session", served.client().get(ROOT + "/session"));
    typed("/events", served.client().get(ROOT + "/events"));
  }

  private void typed(String template, Client.Response response) {
    var content = document.operation("GET", template).path("responses").path("200").path("content");
    var type = String.valueOf(response.headers().get("content-type")).split(";", 2)[0];
    assertEquals(200, response.status(), response::toString);
    assertTrue(content.has(type), () -> template + " " + type + " " + content);
  }

  @Test
  void a_report_has_the_bytes_of_the_command_line_in_every_format() throws Exception {
    var report = new Replay(served.store).report(Served.NEWER);
    var options =
        new Options(Options.STANDARD.width(), Style.PLAIN, Policy.STANDARD, ZoneId.systemDefault());
    for (var format : Format.values()) {
      var expected = new StringBuilder();
      format.renderer().render(report, options, expected);
      var told =
          served.client().get(ROOT + "/runs/" + Served.NEWER + "/report?format=" + format.id());
      assertEquals(200, told.status());
      assertEquals(expected.toString(), told.body(), format.id());
      assertEquals(format.mediaType(), told.headers().get("content-type"));
    }
  }

  @Test
  void an_html_report_is_allowed_its_own_style_sheet_and_nothing_else() throws Exception {
    var path = ROOT + "/runs/" + Served.NEWER + "/report?format=";
    var told = served.client().get(path + "html");
    var style = told.body().replaceFirst("(?s)^.*<style>", "").replaceFirst("(?s)</style>.*$", "");
    var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(digest)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        told.headers().get("content-security-policy"));
    assertEquals("nosniff", told.headers().get("x-content-type-options"));
    var text = served.client().get(path + "text");
    assertEquals(StrictHeaders.POLICY, text.headers().get("content-security-policy"));
  }

  @Test
  void the_sum_of_a_run_and_its_subtasks_tell_the_same() {
    var run = get("/runs/{id}", "/runs/" + Served.NEWER).json();
    var states = new java.util.TreeMap<String, Integer>();
    run.path("subtasks").forEach(one -> states.merge(one.path("state").asText(), 1, Integer::sum));
    assertEquals(states.get("completed"), run.path("sum").path("completed").asInt());
    int failed = 0;
    for (var count : run.path("sum").path("failed")) {
      failed += count.asInt();
    }
    assertEquals(states.getOrDefault("failed", 0), failed);
    assertTrue(failed > 0, "the recorded audit has failures");
    assertEquals(run.path("sum").path("targeted").asInt(), run.path("subtasks").size());
  }

  @Test
  void a_call_tells_the_output_that_evidence_is_cut_from() {
    var run = Served.NEWER.value();
    var report = served.client().get(ROOT + "/runs/" + run + "/report").json();
    int seen = 0;
    for (var finding : report.path("findings")) {
      var occurrence = finding.path("nodes").get(0);
      var evidence = occurrence.path("evidence").get(0);
      var path =
          "/runs/"
              + run
              + "/calls/"
              + encoded(occurrence.path("subtask").asText())
              + "/"
              + evidence.path("call").asText();
      var call = get("/runs/{id}/calls/{subtask}/{call}", path);
      if (call.status() == 200) {
        assertEquals(evidence.path("sha256").asText(), call.json().path("sha256").asText());
        assertTrue(call.json().path("text").asText().contains(evidence.path("quote").asText()));
        seen++;
      }
    }
    assertTrue(seen > 0, "some output is among the recorded events");
  }

  @Test
  void findings_are_filtered_paged_and_judged() {
    var all = get("/findings", "/findings?limit=2").json();
    assertEquals(2, all.path("findings").size());
    assertEquals("2", all.path("next").asText());
    var critical = get("/findings", "/findings?severity=critical").json();
    assertEquals(all.path("bySeverity").path("critical").asInt(), critical.path("total").asInt());
    var print = all.path("findings").get(0).path("fingerprint").asText();
    var path = "/findings/" + print + "/judgement";
    var template = "/findings/{fingerprint}/judgement";
    var said =
        post(
            template,
            path,
            "{\"kind\":\"accept\",\"until\":\"2099-01-01T00:00:00Z\",\"reason\":\"known\"}");
    assertEquals(200, said.status());
    assertEquals("accepted", said.json().path("finding").path("life").asText());
    assertEquals("local", said.json().path("finding").path("judgement").path("by").asText());
    assertEquals(1, get("/findings", "/findings?life=accepted").json().path("total").asInt());
    var back = post(template, path, "{\"kind\":\"withdraw\"}");
    assertFalse(back.json().path("finding").path("life").asText().equals("accepted"));
  }

  @Test
  void runs_are_paged() {
    var first = get("/runs", "/runs?limit=1").json();
    assertEquals(Served.NEWER.value(), first.path("runs").get(0).path("id").asText());
    var rest = get("/runs", "/runs?limit=1&before=" + first.path("next").asText()).json();
    assertEquals(1, rest.path("runs").size());
    assertFalse(rest.has("next"));
  }

  @Test
  void a_run_is_started_shown_and_cancelled() {
    var started = post("/runs", "/runs", "{\"areas\":[\"storage\"]}");
    assertEquals(202, started.status());
    var id = started.json().path("id").asText();
    assertEquals("/api/v1/runs/" + id, started.headers().get("location"));
    var line = get("/runs/{id}", "/runs/" + id).json();
    assertEquals("running", line.path("state").asText());
    assertEquals("api", line.path("by").asText());
    assertEquals(202, post("/runs/{id}/cancel", "/runs/" + id + "/cancel", "{}").status());
    while (!get("/runs/{id}", "/runs/" + id).json().has("endedAt")) {
      assertFalse(Thread.currentThread().isInterrupted());
    }
    assertEquals("cancelled", get("/runs/{id}", "/runs/" + id).json().path("state").asText());
    assertEquals(409, post("/runs/{id}/cancel", "/runs/" + id + "/cancel", "{}").status());
  }

  @Test
  void more_runs_at_once_than_allowed_are_refused_for_now() {
    assertEquals(202, post("/runs", "/runs", "{\"nodes\":[\"a\"]}").status());
    assertEquals(202, post("/runs", "/runs", "{\"nodes\":[\"b\"]}").status());
    var third = post("/runs", "/runs", "{\"nodes\":[\"c\"]}");
    assertEquals(429, third.status());
    assertEquals("5", third.headers().get("retry-after"));
  }

  @Test
  void what_is_wrong_is_told_with_its_place_and_how_to_mend_it() {
    wrong(400, "query, limit", served.client().get(ROOT + "/runs?limit=many"));
    wrong(400, "query", served.client().get(ROOT + "/runs?limt=3"), "did you mean 'limit'?");
    wrong(400, "query, state", served.client().get(ROOT + "/runs?state=complet"), "'complete'");
    wrong(400, "query, limit", served.client().get(ROOT + "/runs?limit=1&limit=2"));
    wrong(400, "query", served.client().get(ROOT + "/runs?state=%zz"));
    wrong(404, "path", served.client().get(ROOT + "/runs/nothing"));
    wrong(404, "path", served.client().get(ROOT + "/runz"));
    wrong(404, "path", served.client().get("/nothing.html"));
    wrong(400, "body, /aeras", served.client().post(ROOT + "/runs", "{\"aeras\":[]}"), "'areas'");
    wrong(
        400,
        "body, /areas",
        served.client().post(ROOT + "/runs", "{\"areas\":[\"storag\"]}"),
        "did you mean 'storage'?");
    wrong(400, "body, /areas", served.client().post(ROOT + "/runs", "{\"areas\":3}"));
    wrong(400, "body", served.client().post(ROOT + "/runs", "{\"areas\":[null]}"));
    wrong(400, "body, line 1, column 2", served.client().post(ROOT + "/runs", "{"));
    wrong(
        413,
        "body",
        served.client().post(ROOT + "/runs", "{\"question\":\"" + "x".repeat(5_000) + "\"}"));
    wrong(
        415,
        "header Content-Type",
        served.client().with("Content-Type", "text/plain").request("POST", ROOT + "/runs", "{}"));
    wrong(431, "headers", served.client().with("X-Long", "x".repeat(10_000)).get(ROOT + "/runs"));
    wrong(414, "path", served.client().get(ROOT + "/runs?q=" + "x".repeat(10_000)));
    var method = served.client().request("PUT", ROOT + "/runs", "");
    wrong(405, "method", method);
    assertEquals("GET, HEAD, POST", method.headers().get("allow"));
  }

  private void wrong(int status, String where, Client.Response response, String... words) {
    assertEquals(status, response.status(), response::toString);
    assertEquals(List.of(), document.problem(response.body()), response::toString);
    assertEquals("application/problem+json", response.headers().get("content-type"));
    var problem = response.json();
    assertTrue(problem.path("where").asText().startsWith(where), problem::toString);
    assertFalse(problem.path("mend").asText().isBlank(), problem::toString);
    assertEquals(status, problem.path("status").asInt());
    for (var word : words) {
      assertTrue(problem.path("detail").asText().contains(word), problem::toString);
    }
  }

  @Test
  void metrics_are_in_base_units_and_their_labels_are_bounded() {
    for (int i = 0; i < 50; i++) {
      var _ = served.client().get("/nothing-" + i);
      var _ = served.client().get(ROOT + "/runs/none-" + i);
    }
    var told = served.client().get("/metrics").body();
    var lines = told.lines().filter(line -> !line.startsWith("#")).toList();
    assertTrue(lines.size() < 120, told);
    assertFalse(told.contains("none-1"), told);
    assertTrue(
        told.contains(
            "swarm_http_request_duration_seconds_count{route=\"/runs/{id}\",method=\"GET\",status=\"4xx\"}"
                + " 50"),
        told);
    for (var line : lines) {
      assertTrue(
          line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? -?[0-9.]+"), line);
      assertFalse(line.toLowerCase(Locale.ROOT).contains("millis"), line);
    }
  }

  @Test
  void head_tells_what_get_would_and_no_body() {
    var head = served.client().request("HEAD", ROOT + "/health", "");
    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(
        Integer.toString(served.client().get(ROOT + "/health").body().length()),
        head.headers().get("content-length"));
  }
}
