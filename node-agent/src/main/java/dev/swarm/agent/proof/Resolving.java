package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.prose.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the lines that a claim cites, by label, or by words that occur exactly once. */
final class Resolving {
  private static final Pattern LABEL = Pattern.compile("(?m)^\\s*\\[?r[0-9]+:[0-9]+\\|?]?\\s?");
  private static final int LEAST_WORDS = 4;

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
    var quote = claim.quote().map(words -> LABEL.matcher(words).replaceAll("").strip());
    if (claim.cited().isEmpty()) {
      return quote
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
    var cited = List.copyOf(byLook.values());
    return quote.isPresent() && cited.stream().noneMatch(one -> holds(one, quote.get()))
        ? new Resolved.Nowhere(
            "the lines cited do not hold the words quoted: '" + quote.get() + "'")
        : new Resolved.Lines(cited);
  }

  private String add(String label, Map<Look, Cited> byLook) {
    var citations = Citation.all(label);
    if (citations.isEmpty()) {
      return "'" + label + "' is no line label such as r3:12";
    }
    for (var citation : citations) {
      var look = conversation.look(citation.call());
      if (look.isEmpty()) {
        return citation + " names a call that was not made";
      }
      int count = look.get().result().text().lines().size();
      if (citation.lastLine() > count) {
        return citation + " is past the end: " + citation.call() + " has " + count + " lines";
      }
      var lines = IntStream.rangeClosed(citation.firstLine(), citation.lastLine()).boxed().toList();
      byLook.merge(
          look.get(), Cited.of(look.get(), lines), (old, fresh) -> old.with(fresh.lines()));
    }
    return "";
  }

  private static boolean holds(Cited cited, String quote) {
    var wanted = Tokens.squeezed(quote);
    return !wanted.isEmpty()
        && (cited.words().stream().anyMatch(line -> Tokens.within(Tokens.squeezed(line), wanted))
            || Tokens.within(Tokens.squeezed(String.join(" ", cited.words())), wanted));
  }

  /** Each line of the quote stands on a line of its own; they follow one another. */
  private Resolved byQuote(String quote) {
    var wanted = quote.lines().map(Tokens::squeezed).filter(line -> !line.isEmpty()).toList();
    if (Tokens.squeezed(quote).length() < LEAST_WORDS) {
      return new Resolved.Nowhere("the words quoted are too few to be found: '" + quote + "'");
    }
    var found = new ArrayList<Cited>();
    for (var look : conversation.looks()) {
      var lines = look.result().text().lines().stream().map(Tokens::squeezed).toList();
      for (int i = 0; i + wanted.size() <= lines.size(); i++) {
        if (stand(wanted, lines, i)) {
          found.add(
              Cited.of(look, IntStream.rangeClosed(i + 1, i + wanted.size()).boxed().toList()));
        }
      }
    }
    if (found.size() == 1) {
      return new Resolved.Lines(found);
    }
    return new Resolved.Nowhere(
        found.isEmpty()
            ? "no tool printed the words quoted: '" + quote + "'"
            : "the words quoted stand " + found.size() + " times; cite the line you mean");
  }

  private static boolean stand(List<String> wanted, List<String> lines, int at) {
    return IntStream.range(0, wanted.size())
        .allMatch(i -> Tokens.within(lines.get(at + i), wanted.get(i)));
  }
}
