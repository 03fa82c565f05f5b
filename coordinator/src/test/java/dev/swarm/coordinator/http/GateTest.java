package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, and who does not. */
class GateTest {
  private static final String ROOT = Route.ROOT;
  private static final String VIEWER = "viewer-secret-0123456789";
  private static final String OPERATOR = "operator-secret-0123456789";
  private static final HttpSettings TOKENS =
      new HttpSettings(
          "127.0.0.1",
          0,
          List.of(
              Token.of("grafana", Access.VIEWER, VIEWER),
              Token.of("ann", Access.OPERATOR, OPERATOR)),
          Optional.empty(),
          Limits.STANDARD);

  @TempDir Path folder;

  @Test
  void without_tokens_only_names_of_this_machine_are_served() throws Exception {
    try (var served = new Served(folder)) {
      for (var host :
          List.of("localhost", "127.0.0.1", "127.8.0.1:9", "[::1]:7400", "LOCALHOST:1")) {
        assertEquals(200, served.client().with("Host", host).get(ROOT + "/runs").status(), host);
      }
      for (var host :
          List.of(
              "evil.example",
              "127.0.0.1.evil.example",
              "localhost.evil.example:7400",
              "10.0.0.1",
              "")) {
        var told = served.client().with("Host", host).get(ROOT + "/runs");
        assertTrue(told.status() == 403 || told.status() == 400, () -> host + ": " + told);
        assertEquals(StrictHeaders.POLICY, told.headers().get("content-security-policy"), host);
      }
    }
  }

  @Test
  void what_another_site_makes_a_browser_do_is_refused() throws Exception {
    try (var served = new Served(folder)) {
      var client = served.client();
      var own = "http://127.0.0.1:" + served.port();
      assertEquals(200, client.with("Sec-Fetch-Site", "same-origin").get(ROOT + "/runs").status());
      assertEquals(403, client.with("Sec-Fetch-Site", "cross-site").get(ROOT + "/runs").status());
      assertEquals(403, client.with("Sec-Fetch-Site", "same-site").get(ROOT + "/events").status());
      assertEquals(202, client.with("Origin", own).post(ROOT + "/runs", "{}").status());
      for (var origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
        assertEquals(
            403, client.with("Origin", origin).post(ROOT + "/runs", "{}").status(), origin);
      }
      var form =
          client
              .with("Content-Type", "application/x-www-form-urlencoded")
              .request("POST", ROOT + "/runs", "{}");
      assertEquals(415, form.status());
    }
  }

  @Test
  void with_tokens_nothing_of_the_fleet_is_told_without_one() throws Exception {
    try (var served = new Served(folder, TOKENS, EventStream.Patience.STANDARD)) {
      for (var route : served.routes()) {
        var path = ROOT + route.path().replaceAll(":\\w+", "x");
        var told =
            served
                .client()
                .with("Content-Type", "application/json")
                .request(route.method().name(), path, "");
        boolean open = route.access() == Access.PUBLIC;
        assertEquals(open, told.status() != 401, () -> path + " " + told.status());
        if (!open) {
          assertEquals("Bearer", told.headers().get("www-authenticate"));
        }
      }
      assertEquals(401, served.client().get("/metrics").status());
      assertEquals(401, as(served, "no-such-token-at-all").get(ROOT + "/runs").status());
    }
  }

  private static Client as(Served served, String token) {
    return served.client().with("Authorization", "Bearer " + token);
  }

  @Test
  void a_viewer_looks_and_an_operator_acts() throws Exception {
    try (var served = new Served(folder, TOKENS, EventStream.Patience.STANDARD)) {
      assertEquals(200, as(served, VIEWER).get(ROOT + "/runs").status());
      assertEquals(403, as(served, VIEWER).post(ROOT + "/runs", "{}").status());
      assertEquals(202, as(served, OPERATOR).post(ROOT + "/runs", "{}").status());
      assertEquals(List.of(), served.log);
    }
  }

  @Test
  void a_browser_shows_its_token_once_and_comes_back_with_a_cookie() throws Exception {
    try (var served = new Served(folder, TOKENS, EventStream.Patience.STANDARD)) {
      var login = served.client().post(ROOT + "/session", "{\"token\":\"" + OPERATOR + "\"}");
      assertEquals(200, login.status());
      assertEquals("ann", login.json().path("name").asText());
      var cookie = String.valueOf(login.headers().get("set-cookie"));
      assertTrue(cookie.contains("; HttpOnly; SameSite=Strict"), cookie);
      var browser = served.client().with("Cookie", cookie.split(";", 2)[0]);
      assertEquals("operator", browser.get(ROOT + "/session").json().path("access").asText());
      assertEquals(202, browser.post(ROOT + "/runs", "{}").status());
      assertEquals(200, browser.request("DELETE", ROOT + "/session", "").status());
      assertEquals(401, browser.get(ROOT + "/runs").status());
      assertEquals(401, served.client().post(ROOT + "/session", "{\"token\":\"wrong\"}").status());
    }
  }

  @Test
  void an_address_that_asks_too_often_is_put_off_and_told_for_how_long() throws Exception {
    var few = new Limits(1, 3, 100, 10, 2, 4_096, 8_192, Duration.ofSeconds(2));
    var patience = EventStream.Patience.STANDARD;
    try (var served = new Served(folder, HttpSettings.LOCAL, patience, few)) {
      var told = new ArrayList<Client.Response>();
      for (int i = 0; i < 12; i++) {
        told.add(served.client().get(ROOT + "/runs"));
      }
      assertEquals(200, told.getFirst().status());
      var put = told.stream().filter(one -> one.status() == 429).findFirst().orElseThrow();
      assertEquals("application/problem+json", put.headers().get("content-type"));
      assertTrue(Integer.parseInt(put.headers().get("retry-after")) >= 1, put::toString);
      assertEquals(List.of(), new Document().wrong("GET", "/runs", 429, put.body()));
      assertFalse(put.json().path("mend").asText().isBlank());
    }
  }

  @Test
  void tokens_are_not_guessed_one_after_the_other() throws Exception {
    try (var served = new Served(folder, TOKENS, EventStream.Patience.STANDARD)) {
      int refused = 0;
      for (int i = 0; i < 40; i++) {
        refused += as(served, "guess-number-" + i).get(ROOT + "/runs").status() == 429 ? 1 : 0;
      }
      assertTrue(refused > 10, refused + " guesses of 40 were put off");
    }
  }

  @Test
  void elsewhere_than_on_loopback_it_takes_tokens_and_tls() {
    for (var host : List.of("0.0.0.0", "10.0.0.7", "::", "example.org")) {
      var refused =
          assertThrows(
              IllegalArgumentException.class, () -> HttpSettings.LOCAL.at(host, 7400), host);
      assertTrue(String.valueOf(refused.getMessage()).contains("serve.tokens"));
      assertThrows(IllegalArgumentException.class, () -> TOKENS.at(host, 7400), host);
    }
    assertEquals("::1", HttpSettings.LOCAL.at("::1", 7400).host());
  }

  @Test
  void a_token_is_not_told_by_what_is_told_of_it() {
    var token = Token.of("ann", Access.OPERATOR, OPERATOR);
    assertFalse((token + " " + token.sha256() + TOKENS).contains(OPERATOR));
    assertThrows(IllegalArgumentException.class, () -> Token.of("x", Access.VIEWER, "short"));
  }
}
