package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ChatRequest.Choice;
import java.util.List;
import java.util.Set;

/**
 * What a model said, with thinking apart from text, and calls that it wrote as text among its
 * calls.
 */
record Spoken(String text, String reasoning, List<DraftCall> calls) {
  /** Characters of a text in which calls are looked for; a call has a few hundred. */
  private static final int LONGEST = 1 << 18;

  Spoken {
    calls = List.copyOf(calls);
  }

  /** Takes apart what came; {@code cut} says that its end is missing. */
  static Spoken of(
      Draft draft, ChatRequest request, Profile profile, boolean cut, Set<Remark> remarks) {
    var plain = withoutThoughts(draft, remarks);
    boolean tried =
        profile.textCalls()
            && !cut
            && !draft.spent(request.maxTokens())
            && plain.text.length() <= LONGEST
            && !draft.refused()
            && plain.calls.isEmpty()
            && !request.tools().isEmpty()
            && request.choice() != Choice.NONE;
    var channels = Harmony.isIn(plain.text) ? Harmony.of(plain.text) : none(plain.text);
    if (tried) {
      var judge = new CallJudge(request.tools(), false);
      var found = channels.calls().isEmpty() ? TextCalls.in(channels.text()) : alone(channels);
      if (!found.isEmpty() && found.stream().allMatch(judge::isUsable)) {
        remarks.add(Remark.RECOVERED);
        return new Spoken("", reasoning(plain, channels), found);
      }
    }
    return channels.calls().isEmpty() ? plain.without(channels, remarks) : plain;
  }

  private static Spoken withoutThoughts(Draft draft, Set<Remark> remarks) {
    var thoughts = Thoughts.in(draft.text());
    if (!thoughts.text().equals(draft.text())) {
      remarks.add(Remark.THOUGHTS_IN_TEXT);
    }
    var reasoning = Thoughts.joined(draft.reasoning(), thoughts.thoughts());
    return new Spoken(thoughts.text(), reasoning, draft.calls());
  }

  private static Harmony none(String text) {
    return new Harmony(text, "", List.of());
  }

  /** The calls in channels, if nothing is said beside them. */
  private static List<DraftCall> alone(Harmony channels) {
    return channels.text().isEmpty() ? channels.calls() : List.of();
  }

  private Spoken without(Harmony channels, Set<Remark> remarks) {
    if (channels.text().equals(text)) {
      return this;
    }
    remarks.add(Remark.CHANNELS_IN_TEXT);
    return new Spoken(channels.text(), reasoning(this, channels), calls);
  }

  private static String reasoning(Spoken plain, Harmony channels) {
    return Thoughts.joined(plain.reasoning, channels.analysis());
  }
}
