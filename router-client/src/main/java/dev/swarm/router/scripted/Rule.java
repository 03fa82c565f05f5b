package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiFunction;

/** Something that some server insists on. What breaks it is refused with that server's text. */
public enum Rule {
  /** Each call is answered by exactly one result, directly after (OpenAI, DeepSeek; rows 4, 50). */
  PAIRED_RESULTS((json, limits) -> PairingRules.paired(json)),
  /** No two calls of the conversation have one id (row 7). */
  UNIQUE_IDS((json, limits) -> PairingRules.unique(json)),
  /** An id has nine letters and digits (Mistral; row 8). */
  NINE_CHARACTER_IDS((json, limits) -> PairingRules.nine(json)),
  /** A call has an id, a type and a function (llama-server: 500 without the type). */
  TYPED_CALLS((json, limits) -> CallRules.typed(json)),
  /** The arguments of a call are a text, never an object (row 1). */
  ARGUMENTS_ARE_TEXT((json, limits) -> CallRules.text(json)),
  /** They are JSON; llama-server says 500 (row 4). */
  ARGUMENTS_PARSE((json, limits) -> CallRules.parse(json)),
  /** They are a JSON object; strict hosts say 400. */
  ARGUMENTS_ARE_OBJECTS((json, limits) -> CallRules.object(json)),
  /** No message has null as its content (row 24). */
  NO_NULL_CONTENT((json, limits) -> ContentRules.notNull(json)),
  /** An assistant's message has content or calls (row 25). */
  NO_EMPTY_ASSISTANT((json, limits) -> ContentRules.notEmpty(json)),
  /** Content is a text, never a list of parts (row 27). */
  TEXT_CONTENT((json, limits) -> ContentRules.noParts(json)),
  /** User and assistant take turns; a 500 of the template (row 28). */
  ALTERNATION((json, limits) -> RoleRules.alternate(json)),
  /** After a tool's result comes the assistant, never the user (Mistral; row 28). */
  NO_USER_AFTER_TOOL((json, limits) -> RoleRules.noUserAfterTool(json)),
  /** At most one system message, first (row 29). */
  SYSTEM_FIRST((json, limits) -> RoleRules.systemFirst(json)),
  /** The template has no system role (Gemma; row 29). */
  NO_SYSTEM((json, limits) -> RoleRules.noRole(json, "system")),
  /** The server knows no developer role (row 29). */
  NO_DEVELOPER((json, limits) -> RoleRules.noRole(json, "developer")),
  /** Reasoning comes back with each turn that has calls (DeepSeek, thinking; row 31). */
  REASONING_REQUIRED((json, limits) -> ContentRules.reasoning(json, true)),
  /** Reasoning never comes back (older reasoners; row 31). */
  REASONING_REFUSED((json, limits) -> ContentRules.reasoning(json, false)),
  /** The limit is called max_completion_tokens (OpenAI's o-series and gpt-5). */
  NO_MAX_TOKENS((json, limits) -> FieldRules.noMaxTokens(json)),
  /** The temperature is the default one (reasoning models). */
  NO_TEMPERATURE((json, limits) -> FieldRules.noTemperature(json)),
  /** vLLM without its switches: no tools (row 22). */
  NO_TOOLS((json, limits) -> FieldRules.noTools(json)),
  /** Tools and a streamed reply do not go together (row 23). */
  NO_STREAMED_TOOLS((json, limits) -> FieldRules.noStreamedTools(json)),
  /** The model is one of those served. */
  KNOWN_MODEL(FieldRules::knownModel),
  /** Prompt and limit fit into the context, by 3.5 bytes a token (row 37). */
  CONTEXT(FieldRules::fits);

  private final BiFunction<ObjectNode, Limits, Optional<Refusal>> check;

  Rule(BiFunction<ObjectNode, Limits, Optional<Refusal>> check) {
    this.check = check;
  }

  Optional<Refusal> broken(ObjectNode json, Limits limits) {
    return check.apply(json, limits);
  }

  /** What some rules compare with. */
  record Limits(Served served, int bytes) {}

  static String role(JsonNode message) {
    return message.path("role").asText("");
  }
}
