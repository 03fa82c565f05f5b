package dev.swarm.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no message is refused, with its place and in words that a person can use. */
class MalformedMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                    | it is empty",
        "null                                  | it is null",
        "[]                                    | is not a Receipt",
        "7                                     | is not a Receipt",
        "{}                                    | subtask: is missing",
        "{'subtask':'s'}                       | attempt: is missing",
        "{'subtask':'s','attempt':null}        | attempt: is null",
        "{'subtask':null,'attempt':1}          | subtask: is null",
        "{'subtask':'s','attempt':'1'}         | attempt: is not a whole number that fits",
        "{'subtask':'s','attempt':1.5}         | attempt: \"1.5\" is not a whole number that fits",
        "{'subtask':'s','attempt':true}        | attempt: is not a whole number that fits",
        "{'subtask':'s','attempt':99999999999} | attempt: is not a whole number that fits",
        "{'subtask':' ','attempt':1}           | subtask: a subtask id is never blank",
        "{'subtask':{},'attempt':1}            | subtask: is not a SubtaskId",
        "{'subtask':'s','attempt':1}}          | not JSON: Unexpected close marker '}': no open"
            + " Object to close",
        "{'subtask':'s','attempt':1,'attempt':2} | not JSON: Duplicate field 'attempt'",
        "{'subtask':'s','attempt':1            | not JSON: Unexpected end-of-input: expected close"
            + " marker for Object",
      })
  void a_receipt_that_is_none_says_why(String json, String flaw) {
    refused(json, Receipt.class, "not a message of kind Receipt: " + flaw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                 | the field that says what kind of message it is is missing",
        "{'kind':'maybe'}   | there is no kind \"maybe\"",
        "{'kind':'refused'} | subtask: is missing",
        "{'kind':'refused','subtask':'s','attempt':1,'cause':'boredom','reason':'','retryAfter':'PT1S'}"
            + " | cause: \"boredom\" is not one of the known values",
        "{'kind':'refused','subtask':'s','attempt':1,'cause':1,'reason':'','retryAfter':'PT1S'} |"
            + " cause: \"1\" is not one of the known values",
        "{'kind':'refused','subtask':'s','attempt':1,'cause':'lost','reason':7,'retryAfter':'PT1S'}"
            + " | reason: \"7\" is not a text",
        "{'kind':'refused','subtask':'s','attempt':1,'cause':'lost','reason':'','retryAfter':'soon'}"
            + " | retryAfter: \"soon\" is not a Duration",
        "{'kind':'refused','subtask':'s','attempt':1,'cause':'lost','reason':'','retryAfter':'PT-1S'}"
            + " | nobody can ask again in the past: PT-1S",
      })
  void an_answer_that_is_none_says_why(String json, String flaw) {
    refused(json, Answer.class, "not a message of kind Answer: " + flaw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"turns\":16            | \"turns\":0     | subtask.budget: a budget has at least a turn,"
            + " and nothing negative",
        "\"turns\":16            | \"turns\":\"x\" | subtask.budget.turns: is not a whole number"
            + " that fits",
        "[\"storage.space\"]     | [null]          | subtask: a value is null where there must be"
            + " one",
        "[\"storage.space\"]     | \"all\"         | subtask.checks: is not a list",
        "[\"storage.space\"]     | [7]             | subtask.checks[0]: is not a CheckId",
        "\"attempt\":1           | \"attempt\":0   | attempts and epochs count from 1",
        "\"area\":\"storage\",   | ``              | subtask.area: is missing",
      })
  void the_place_of_a_flaw_deep_inside_is_named(String from, String to, String flaw) {
    var sound = Wire.encode(new Offer(Samples.subtask(), 1, 1));
    var spoilt = sound.replace(from, to);
    assertFalse(spoilt.equals(sound), "nothing was spoilt");
    refused(spoilt, Offer.class, "not a message of kind Offer: " + flaw);
  }

  private static void refused(String json, Class<?> type, String message) {
    var thrown =
        assertThrows(
            MalformedMessageException.class, () -> Wire.decode(json.replace("'", "\""), type));
    assertEquals(message, thrown.getMessage());
  }
}
