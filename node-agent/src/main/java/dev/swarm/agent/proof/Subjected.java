package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.protocol.prose.Tokens;
import dev.swarm.tools.rows.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps, of the lines cited, those that speak of a claim's subject. */
final class Subjected {
  private final Claim claim;
  private final Rulings rulings;
  private final Set<String> also = new HashSet<>();

  Subjected(Claim claim, Conversation conversation, Rulings rulings) {
    this.claim = claim;
    this.rulings = rulings;
    also.addAll(Tokens.names(conversation.subtask().node()));
    claim.field().ifPresent(name -> also.addAll(Tokens.split(name)));
    claim.check().ifPresent(id -> also.addAll(Tokens.split(id.value())));
  }

  /** The citations that speak of the subject; empty where none does. */
  List<Cited> of(List<Cited> cited) {
    if (claim.subject().isBlank()) {
      return cited;
    }
    var about = new ArrayList<Cited>();
    cited.forEach(one -> of(one).ifPresent(about::add));
    return about;
  }

  private Optional<Cited> of(Cited cited) {
    var meant = new ArrayList<>(Subjects.meant(claim.subject(), cited.look().result().rows()));
    boolean another = !meant.isEmpty();
    meant.retainAll(cited.rows());
    if (meant.isEmpty()) {
      meant.addAll(judged(cited));
    }
    if (!meant.isEmpty()) {
      return Optional.of(cited.only(meant));
    }
    boolean whole =
        !another
            && (asked(cited)
                || Aggregate.names(claim.subject(), cited, also)
                || (cited.rows().isEmpty() && inWords(cited)));
    return whole ? Optional.of(cited) : Optional.empty();
  }

  /** Rows that a check counts to a subject of this name: the zombies of a parent. */
  private List<Row> judged(Cited cited) {
    return rulings.on(cited, rulings.judging(cited.look())).stream()
        .filter(one ->
            Subjects.of(claim.subject(), one.judged().subject(), "") != Subjects.Nearness.NONE)
        .flatMap(one -> one.judged().rows().stream())
        .filter(cited.rows()::contains)
        .distinct()
        .toList();
  }

  /** The call itself asked for the subject: the journal of that unit. */
  private boolean asked(Cited cited) {
    return cited.look().call().arguments().values().stream()
        .anyMatch(value -> Subjects.of(claim.subject(), value, "") != Subjects.Nearness.NONE);
  }

  private boolean inWords(Cited cited) {
    var name = Tokens.squeezed(claim.subject());
    return cited.words().stream()
        .anyMatch(
            line -> Tokens.of(name).size() > 1 ? Tokens.within(line, name) : holds(line, name));
  }

  private static boolean holds(String line, String name) {
    return Tokens.names(line).contains(name.toLowerCase(Locale.ROOT));
  }

  /** What the lines do speak of, for the one who has to mend the claim. */
  static String spokenOf(List<Cited> cited) {
    return cited.stream()
        .flatMap(one -> one.rows().stream())
        .map(Row::subject)
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
