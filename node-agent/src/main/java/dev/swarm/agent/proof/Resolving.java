package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the lines that a claim cites, by label, or by words that occur exactly once. */
final class Resolving {
  private final Conversation conversation;

  Resolving(Conversation conversation) {
    this.conversation = conversation;
  }

  /** What a claim's citations came to. */
  sealed interface Resolved {
    record Lines(List<Cited> cited) implements Resolved {}

    /** They name nothing that was printed; the rule says which is broken. */
    record Nowhere(String reason) implements Resolved {}
  }

  Resolved of(Claim claim) {
    if (claim.cited().isEmpty()) {
      return claim
          .quote()
          .map(this::byQuote)
          .orElseGet(() ->
              new Resolved.Nowhere(
                  "it cites no lines: name them as they are labelled, such as r3:12"));
    }
    var byLook = new LinkedHashMap<Look, Cited>();
    for (var label : claim.cited()) {
      var problem = add(label, byLook);
      if (!problem.isEmpty()) {
        return new Resolved.Nowhere(problem);
      }
    }
    return claim
        .quote()
        .filter(quote -> byLook.values().stream().noneMatch(cited -> holds(cited, quote)))
        .<Resolved>map(quote ->
            new Resolved.Nowhere("the lines cited do not hold the words quoted: '" + quote + "'"))
        .orElseGet(() -> new Resolved.Lines(List.copyOf(byLook.values())));
  }

  private String add(String label, Map<Look, Cited> byLook) {
    var citation = Citation.parse(label);
    if (citation.isEmpty()) {
      return "'" + label + "' is no line label such as r3:12";
    }
    var look = conversation.look(citation.get().call());
    if (look.isEmpty()) {
      return label + " names a call that was not made";
    }
    int count = look.get().result().text().lines().size();
    if (citation.get().lastLine() > count) {
      return label + " is past the end: " + look.get().id() + " has " + count + " lines";
    }
    var lines =
        IntStream.rangeClosed(citation.get().firstLine(), citation.get().lastLine())
            .boxed()
            .toList();
    byLook.merge(look.get(), new Cited(look.get(), lines), (old, fresh) -> old.with(fresh.lines()));
    return "";
  }

  private static boolean holds(Cited cited, String quote) {
    var wanted = squeezed(quote);
    return cited.words().stream().anyMatch(line -> squeezed(line).contains(wanted))
        || squeezed(String.join(" ", cited.words())).contains(wanted);
  }

  private Resolved byQuote(String quote) {
    var wanted = squeezed(quote);
    if (wanted.length() < 4) {
      return new Resolved.Nowhere("the words quoted are too few to be found: '" + quote + "'");
    }
    var found = new ArrayList<Cited>();
    for (var look : conversation.looks()) {
      var lines = look.result().text().lines();
      for (int i = 0; i < lines.size(); i++) {
        if (squeezed(lines.get(i)).contains(wanted)) {
          found.add(new Cited(look, List.of(i + 1)));
        }
      }
    }
    if (found.size() == 1) {
      return new Resolved.Lines(found);
    }
    return new Resolved.Nowhere(
        found.isEmpty()
            ? "no tool printed the words quoted: '" + quote + "'"
            : "the words quoted stand on " + found.size() + " lines; cite the line you mean");
  }

  static String squeezed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
