package dev.swarm.router.scripted;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each rule refuses what breaks it, and lets pass what every server takes. */
class RuleTest {
  private static final String CALL =
      """
      {"role":"assistant","content":"","tool_calls":[{"id":"abcdefghi","type":"function",
      "function":{"name":"mounts","arguments":"{}"}}]}\
      """;
  private static final String RESULT =
      """
      {"role":"tool","tool_call_id":"abcdefghi","content":"none"}\
      """;
  private static final String USER =
      """
      {"role":"user","content":"look"}\
      """;
  private static final String TOOLS =
      """
      [{"type":"function","function":{"name":"mounts"}}]\
      """;

  /** What breaks a rule, and what is said then. */
  private record Case(String body, int status, String says) {}

  private static final Map<Rule, Case> BROKEN =
      Map.ofEntries(
          entry(
              Rule.PAIRED_RESULTS,
              new Case(talk(USER, CALL, USER), 400, "did not have response messages: abcdefghi")),
          entry(
              Rule.UNIQUE_IDS, new Case(talk(USER, CALL, RESULT, CALL, RESULT), 400, "Duplicate")),
          entry(
              Rule.NINE_CHARACTER_IDS,
              new Case(talk(USER, CALL.replace("abcdefghi", "call_1")), 400, "with a length of 9")),
          entry(
              Rule.TYPED_CALLS,
              new Case(talk(USER, CALL.replace("\"type\":\"function\",", "")), 500, "type")),
          entry(
              Rule.ARGUMENTS_ARE_TEXT,
              new Case(talk(USER, CALL.replace("\"{}\"", "{}")), 400, "expected a string")),
          entry(
              Rule.ARGUMENTS_PARSE,
              new Case(
                  talk(USER, CALL.replace("\"{}\"", "\"\"")), 500, "json.exception.parse_error")),
          entry(
              Rule.ARGUMENTS_ARE_OBJECTS,
              new Case(talk(USER, CALL.replace("\"{}\"", "\"[]\"")), 400, "a JSON object")),
          entry(
              Rule.NO_NULL_CONTENT,
              new Case(
                  talk(USER, CALL.replace("\"content\":\"\"", "\"content\":null")), 400, "null")),
          entry(
              Rule.NO_EMPTY_ASSISTANT,
              new Case(
                  talk(USER, "{\"role\":\"assistant\",\"content\":\"\"}"), 400, "must be set")),
          entry(
              Rule.TEXT_CONTENT,
              new Case(
                  talk("{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}"),
                  400,
                  "cannot unmarshal array")),
          entry(Rule.ALTERNATION, new Case(talk(USER, USER), 500, "must alternate")),
          entry(
              Rule.NO_USER_AFTER_TOOL,
              new Case(talk(USER, CALL, RESULT, USER), 400, "after role 'tool'")),
          entry(
              Rule.SYSTEM_FIRST,
              new Case(
                  talk(USER, USER.replace("\"user\"", "\"system\"")), 500, "at the beginning")),
          entry(
              Rule.NO_SYSTEM,
              new Case(talk(USER.replace("\"user\"", "\"system\"")), 400, "not supported")),
          entry(
              Rule.NO_DEVELOPER,
              new Case(talk(USER.replace("\"user\"", "\"developer\"")), 400, "developer")),
          entry(
              Rule.REASONING_REQUIRED,
              new Case(talk(USER, CALL, RESULT), 400, "must be passed back")),
          entry(
              Rule.REASONING_REFUSED,
              new Case(
                  talk(
                      USER,
                      CALL.replace("\"content\"", "\"reasoning_content\":\"hm\",\"content\"")),
                  400,
                  "Please remove")),
          entry(
              Rule.NO_MAX_TOKENS,
              new Case(with("\"max_tokens\":5"), 400, "Use 'max_completion_tokens' instead.")),
          entry(
              Rule.NO_TEMPERATURE,
              new Case(with("\"temperature\":0.2"), 400, "Only the default (1) value")),
          entry(Rule.NO_TOOLS, new Case(with("\"tools\":" + TOOLS), 400, "tool-call-parser")),
          entry(
              Rule.NO_STREAMED_TOOLS,
              new Case(with("\"stream\":true,\"tools\":" + TOOLS), 400, "not supported with")),
          entry(Rule.KNOWN_MODEL, new Case(with("\"model\":\"gpt-9\""), 404, "does not exist")),
          entry(
              Rule.CONTEXT,
              new Case(
                  talk(USER.replace("look", "x".repeat(900))), 400, "available context size")));

  private static String talk(String... messages) {
    return "{\"model\":\"scripted\",\"messages\":[" + String.join(",", messages) + "]}";
  }

  private static String with(String field) {
    return "{\"messages\":[" + USER + "]," + field + "}";
  }

  private static Optional<Refusal> check(Rule rule, String body) {
    var json = (ObjectNode) Caller.json(body);
    var served = new Served(List.of("scripted"), 200);
    return rule.broken(json, new Rule.Limits(served, body.length()));
  }

  @Test
  void every_rule_has_a_case() {
    assertEquals(EnumSet.allOf(Rule.class), EnumSet.copyOf(BROKEN.keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void what_breaks_a_rule_is_refused_in_the_words_of_a_server(Rule rule) {
    var broken = BROKEN.get(rule);
    var refusal = check(rule, broken.body()).orElseThrow();
    assertEquals(broken.status(), refusal.status());
    assertTrue(refusal.body().contains(broken.says()), refusal.body());
  }

  @Test
  void a_sound_conversation_breaks_no_rule_but_that_of_reasoning() {
    var body = talk(USER, CALL, RESULT, "{\"role\":\"assistant\",\"content\":\"done\"}");
    for (var rule : Rule.values()) {
      assertEquals(rule == Rule.REASONING_REQUIRED, check(rule, body).isPresent(), rule.name());
    }
  }

  @Test
  void an_orphan_and_a_second_result_are_refused() {
    assertTrue(
        check(Rule.PAIRED_RESULTS, talk(USER, RESULT)).orElseThrow().body().contains("preceeding"));
    assertTrue(check(Rule.PAIRED_RESULTS, talk(USER, CALL, RESULT, RESULT)).isPresent());
    assertTrue(check(Rule.PAIRED_RESULTS, talk(USER, CALL)).isPresent());
  }

  @Test
  void a_strict_server_refuses_over_http_and_a_deviation_makes_one_strict() {
    try (var running = new Running()) {
      var brain = Script.begin().says("fine").end();
      var mistral = Settings.STANDARD.strictness(Strictness.MISTRAL);
      var strict = new Caller(running.listen(mistral, brain));
      var broken = BROKEN.get(Rule.NINE_CHARACTER_IDS).body();
      var paired = broken.replace("]}]}", "]}," + RESULT.replace("abcdefghi", "call_1") + "]}");
      assertEquals(400, strict.post(paired).statusCode());
      assertTrue(strict.post(paired).body().contains("\"code\":3280"), paired);
      var lenient = new Caller(running.listen(Settings.STANDARD, brain));
      assertEquals(200, lenient.post(paired).statusCode());
      assertEquals(400, lenient.post(paired, "x-scripted-fault", "ids-of-nine").statusCode());
    }
  }

  @Test
  void every_deviation_that_insists_names_a_rule_of_its_own() {
    var rules =
        Arrays.stream(Deviation.values())
            .map(Deviation::act)
            .filter(Act.Insists.class::isInstance)
            .toList();
    assertEquals(rules.size(), rules.stream().distinct().count());
  }
}
