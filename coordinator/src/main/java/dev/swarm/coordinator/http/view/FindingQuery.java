package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.life.Life;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings are wanted, and in what order.
 *
 * @param severities none means all, as with {@code words}
 * @param text in title, subject, node, check or fingerprint, whatever its case
 */
public record FindingQuery(
    Set<Severity> severities,
    Set<LifeWord> words,
    Optional<String> node,
    Optional<String> area,
    Optional<String> text,
    Sort sort,
    int from,
    int limit) {
  /** What comes first. */
  public enum Sort {
    SEVERITY(
        Comparator.comparing(FindingLine::severity)
            .reversed()
            .thenComparing(FindingLine::life)
            .thenComparing(Comparator.comparingInt(FindingLine::open).reversed())),
    NEWEST(Comparator.comparing(FindingLine::firstSeen).reversed()),
    OLDEST(Comparator.comparing(FindingLine::firstSeen)),
    SEEN(Comparator.comparing(FindingLine::lastSeen).reversed()),
    NODES(Comparator.comparingInt(FindingLine::open).reversed()),
    TITLE(Comparator.comparing(FindingLine::title));

    private final Comparator<FindingLine> order;

    Sort(Comparator<FindingLine> order) {
      this.order = order.thenComparing(FindingLine::title).thenComparing(FindingLine::fingerprint);
    }

    Comparator<FindingLine> order() {
      return order;
    }

    /** The name in the API. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FindingQuery {
    severities = Set.copyOf(severities);
    words = Set.copyOf(words);
    text = text.map(one -> one.toLowerCase(Locale.ROOT));
  }

  /** Whether a life is meant, whatever its severity and its word. */
  boolean means(Life life) {
    return node.filter(name -> !name.equals(life.node())).isEmpty()
        && area.filter(name -> !name.equals(life.area().value())).isEmpty()
        && text.filter(words -> !contains(life, words)).isEmpty();
  }

  private static boolean contains(Life life, String words) {
    var all =
        String.join(
            "\n",
            life.title(),
            life.subject(),
            life.node(),
            life.check().map(Object::toString).orElse(""),
            life.fingerprint().value());
    return all.toLowerCase(Locale.ROOT).contains(words);
  }

  boolean severity(Life life) {
    return severities.isEmpty() || severities.contains(life.severity());
  }

  boolean word(Life life, Instant time) {
    return words.isEmpty() || words.contains(LifeWord.of(life, time));
  }
}
