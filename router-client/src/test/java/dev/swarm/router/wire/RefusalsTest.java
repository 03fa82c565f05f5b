package dev.swarm.router.wire;

import static dev.swarm.router.wire.Refused.error;
import static dev.swarm.router.wire.Refused.kind;
import static dev.swarm.router.wire.Refused.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the catalogue in which a refusal is known by its words, and section 2.1. */
class RefusalsTest {
  /** Row 5 [measured], and the same fault at other servers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | The model produced output that does not match the expected peg-native format",
        "500 | Failed to parse input at pos 12: <tool_call>",
        "400 | Failed to call a function. Please adjust your prompt. See 'failed_generation'",
        "500 | error parsing tool call: raw='{\"a\":', err=unexpected end of JSON input",
        "500 | openai_harmony.HarmonyError: unexpected tokens remaining in message header"
      })
  void output_that_breaks_the_servers_own_parser_is_the_models_fault(int status, String text) {
    assertEquals(Kind.MODEL_FAULT, kind(status, error(text)));
  }

  /** Row 4: never to be sent again as it is; not the server's fault either, though it says 500. */
  @Test
  void a_poisoned_history_is_the_requests_fault() {
    assertEquals(
        Kind.REFUSED,
        kind(
            500,
            error(
                "Failed to parse tool call arguments as JSON: [json.exception.parse_error.101]"
                    + " parse error at line 1, column 2")));
  }

  /** Rows 8 and 50: one server says so with 404. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Tool call id was call_1 but must be a-z, A-Z, 0-9, with a length of 9.",
        "404 | Tool call id has to be of 9 letters",
        "400 | An assistant message with 'tool_calls' must be followed by tool messages",
        "400 | messages with role 'tool' must be a response to a preceeding message",
        "400 | Not the same number of function calls and responses"
      })
  void a_history_that_does_not_pair_is_not_sent_again(int status, String text) {
    assertEquals(Kind.REFUSED, kind(status, error(text)));
  }

  /** Row 22. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | \"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser",
        "500 | tools param requires --jinja flag",
        "500 | Unsupported param: tools",
        "400 | registry.ollama.ai/library/gemma:2b does not support tools",
        "404 | No endpoints found that support tool use. To learn more about routing",
        "400 | Tool use is not supported by this model"
      })
  void a_server_without_tools_is_a_matter_of_configuration(int status, String text) {
    assertEquals(Kind.NO_TOOLS, kind(status, error(text)));
  }

  /** Row 23: it has tools, and it has streams, but not at once: not the same as no tools. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot use tools with stream",
        "Streaming is not supported with tools",
        "tools are not supported in streaming mode"
      })
  void tools_that_do_not_stream_are_still_tools(String text) {
    assertEquals(Kind.REFUSED, kind(500, error(text)));
  }

  /** Rows 28 and 29: a template's objection comes as 500, and asking again is of no use. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jinja Exception: Conversation roles must alternate user/assistant/user/assistant/...",
        "After the optional system message, conversation roles must alternate user and assistant"
            + " roles except for tool calls and results.",
        "System role not supported",
        "Unexpected role 'user' after role 'tool'",
        "This model only supports single tool-calls at once!"
      })
  void a_template_that_objects_is_not_asked_again_whatever_its_status(String text) {
    for (int status : List.of(400, 500)) {
      assertEquals(Kind.REFUSED, kind(status, error(text)));
    }
  }

  /** Rows 37 and 40 and section 2.1, word for word; the gateway's of row 52 too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'error':{'code':400,'message':'request (20868 tokens) exceeds the available context"
            + " size (8192 tokens), try increasing it','type':'exceed_context_size_error',"
            + "'n_prompt_tokens':20868,'n_ctx':8192}}",
        "500 | {'error':{'code':500,'message':'the request exceeds the available context size. try"
            + " increasing the context size or enable context shift'}}",
        "500 | {'error':{'message':'Context size has been exceeded.','type':'server_error'}}",
        "400 | {'object':'error','message':'This model`s maximum context length is 6048 tokens."
            + " However, you requested 6616 tokens (568 in the messages, 6048 in the completion)."
            + " Please reduce the length','type':'BadRequestError','param':null,'code':400}",
        "400 | {'error':{'message':'This model`s maximum context length is 16 tokens. However, your"
            + " request has 8 input tokens. Please reduce the length of the input messages."
            + " (parameter=input_tokens, value=8)'}}",
        "400 | {'error':{'message':'too long','code':'context_length_exceeded','param':null}}",
        "413 | {'error':'prompt is too long: 213 tokens'}",
        "422 | {'detail':[{'loc':['body','messages'],'msg':'Too many tokens'}]}",
        "400 | {'error':{'message':'openai error: request (20868 tokens) exceeds the available"
            + " context size','provider':'openai'}}",
        "500 | {'error':'input length exceeds the context length'}",
        "413 | <html><head><title>413 Request Entity Too Large</title></head></html>"
      })
  void a_conversation_that_does_not_fit_is_known_by_its_words(int status, String body) {
    var trouble = refusal(status, body.replace('\'', '"'));
    assertEquals(Kind.OVERFLOW, trouble.kind(), trouble.detail());
    assertEquals(Trouble.Fault.REQUEST, trouble.kind().fault());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | model 'nope' not found",
        "400 | model name is missing from the request",
        "404 | The model `gpt-9` does not exist or you do not have access to it.",
        "404 | model \"llama9\" not found, try pulling it first",
        "400 | nope is not a valid model ID",
        "404 | No models loaded. Please load a model in the developer page"
      })
  void a_missing_model_is_named_as_such(int status, String text) {
    var trouble = refusal(status, error(text.replace('"', '`')));
    assertEquals(Kind.NO_MODEL, trouble.kind());
    assertTrue(trouble.detail().contains("'model'"), trouble.detail());
  }

  @Test
  void a_missing_path_is_told_from_a_missing_model() {
    var trouble = refusal(404, error("File Not Found"));
    assertEquals(Kind.NO_MODEL, trouble.kind());
    assertTrue(trouble.detail().contains("ends in /v1"), trouble.detail());
  }
}
