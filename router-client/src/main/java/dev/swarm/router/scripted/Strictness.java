package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a server insists on. */
public record Strictness(Set<Rule> rules) {
  /** Takes everything that can be read. */
  public static final Strictness NONE = new Strictness(Set.of());

  /** As llama-server was measured. */
  public static final Strictness LLAMA = of(Rule.TYPED_CALLS, Rule.ARGUMENTS_PARSE, Rule.CONTEXT);

  public static final Strictness OPENAI =
      of(
          Rule.KNOWN_MODEL,
          Rule.TYPED_CALLS,
          Rule.ARGUMENTS_ARE_TEXT,
          Rule.PAIRED_RESULTS,
          Rule.NO_EMPTY_ASSISTANT,
          Rule.CONTEXT);

  public static final Strictness OPENAI_REASONING =
      OPENAI.with(Rule.NO_MAX_TOKENS, Rule.NO_TEMPERATURE);

  public static final Strictness MISTRAL =
      OPENAI.with(
          Rule.NINE_CHARACTER_IDS,
          Rule.UNIQUE_IDS,
          Rule.ARGUMENTS_ARE_OBJECTS,
          Rule.NO_USER_AFTER_TOOL,
          Rule.SYSTEM_FIRST,
          Rule.NO_DEVELOPER);

  public static final Strictness DEEPSEEK =
      OPENAI.with(
          Rule.ARGUMENTS_ARE_OBJECTS,
          Rule.NO_DEVELOPER,
          Rule.TEXT_CONTENT,
          Rule.REASONING_REQUIRED);

  public Strictness {
    var copy = EnumSet.noneOf(Rule.class);
    copy.addAll(rules);
    rules = Collections.unmodifiableSet(copy);
  }

  public static Strictness of(Rule... rules) {
    return new Strictness(Set.copyOf(List.of(rules)));
  }

  /** This and more. */
  public Strictness with(Rule... more) {
    var all = EnumSet.copyOf(List.of(more));
    all.addAll(rules);
    return new Strictness(all);
  }

  /** What the first broken rule says, in the order of the rules. */
  Optional<Refusal> refusal(ObjectNode json, Rule.Limits limits) {
    return rules.stream().flatMap(rule -> rule.broken(json, limits).stream()).findFirst();
  }
}
