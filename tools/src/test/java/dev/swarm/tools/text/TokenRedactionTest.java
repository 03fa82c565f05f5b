package dev.swarm.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known token form in every placement. */
class TokenRedactionTest {
  private static final Sanitizer SANITIZER = new Sanitizer();

  private static final Map<String, String> PLACEMENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("plain", "@"),
              Map.entry("JSON", "{\"a\": \"@\", \"b\": 1}"),
              Map.entry("escaped JSON", "{\\\"a\\\":\\\"@\\\"}"),
              Map.entry("escaped line end", "\"first\\n@\\nlast\""),
              Map.entry("URL user", "fetch https://@@host.example/x?y=1"),
              Map.entry("URL query", "GET /x?a=@&b=2 HTTP/1.1"),
              Map.entry("URL-escaped", "q=%22@%22"),
              Map.entry("export", "export X='@'"),
              Map.entry("bare export", "export X=@"),
              Map.entry("YAML", "a:\n  b: @\n  c: d"),
              Map.entry("path prefix", "/opt/app/x.conf: @"),
              Map.entry("ps", "root  4242 0.0 0.1 ? S 10:00 0:00 agent --id @ --port 80"),
              Map.entry("log line", "2026-11-20T10:00:00Z host app[7]: got @ from peer"),
              Map.entry("brackets", "call(@), [@], <@>"),
              Map.entry("end of sentence", "the value is @.")));

  record Case(TokenFormats.Format format, String placement, String line) {
    @Override
    public String toString() {
      return format + " in " + placement;
    }
  }

  static Stream<Case> cases() {
    return TokenFormats.all().stream()
        .flatMap(format ->
            PLACEMENTS.entrySet().stream()
                .map(place -> new Case(format, place.getKey(), put(place.getValue(), format))));
  }

  private static String put(String template, TokenFormats.Format format) {
    return template
        .replace("@@", format.secret() + "\u0001")
        .replace("@", format.secret())
        .replace('\u0001', '@');
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_token_is_hidden_in_every_placement_and_named_by_its_rule(Case it) {
    String cleaned = SANITIZER.clean(it.line()).value();

    String marker = "‹redacted:" + it.format().rule() + "›";
    assertTrue(cleaned.contains(marker), cleaned);
    assertTrue(!cleaned.contains(it.format().secret()), cleaned);
    assertEquals(it.line().lines().count(), cleaned.lines().count());
    assertEquals(cleaned, SANITIZER.clean(cleaned).value());
    if (!it.placement().equals("end of sentence")) {
      assertEquals(
          it.line().replace(it.format().secret(), marker), cleaned, "only the secret is hidden");
    }
  }

  static Stream<TokenFormats.Format> formats() {
    return TokenFormats.all().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void each_rule_is_needed(TokenFormats.Format format) {
    List<Rule> others =
        Rules.all().stream()
            .filter(rule -> !rule.id().equals(format.rule()))
            .filter(rule -> !overlaps(format.rule(), rule.id()))
            .toList();
    String line = "x " + format.secret() + " y";

    assertEquals(line, new Redaction(others).of(line));
  }

  /** A grafana key and a 1Password token are longer forms of another. */
  private static boolean overlaps(String rule, String other) {
    return rule.equals("grafana-key") && other.equals("jwt");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_prefix_glued_to_other_letters_is_no_token(TokenFormats.Format format) {
    String line = "see zq" + format.secret() + " here";

    assertEquals(line, SANITIZER.clean(line).value());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void the_same_token_in_base64_is_hidden(TokenFormats.Format format) {
    String code =
        java.util.Base64.getEncoder()
            .encodeToString(format.secret().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    boolean known =
        Rules.all().stream()
            .filter(Token.class::isInstance)
            .map(Token.class::cast)
            .filter(token -> token.id().equals(format.rule()))
            .flatMap(token -> token.words().stream())
            .anyMatch(word -> word.length() >= 4 && format.secret().startsWith(word));
    String line = "data: " + code;

    assertEquals(known ? "data: ‹redacted:base64-secret›" : line, SANITIZER.clean(line).value());
  }

  @Test
  void every_token_rule_has_a_fake_in_the_table() {
    var covered =
        TokenFormats.all().stream().map(TokenFormats.Format::rule).collect(Collectors.toSet());
    var missing =
        Rules.all().stream()
            .filter(rule -> rule instanceof Token || rule instanceof Led)
            .map(Rule::id)
            .filter(id -> !covered.contains(id))
            .toList();

    assertEquals(List.of(), missing);
    assertTrue(covered.size() >= 60, covered.size() + " rules");
  }
}
