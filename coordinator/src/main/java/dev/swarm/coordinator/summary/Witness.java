package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.prose.Bearing;
import dev.swarm.protocol.prose.Measure;
import dev.swarm.protocol.prose.Prose;
import dev.swarm.protocol.prose.Tokens;
import dev.swarm.protocol.prose.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One finding as a witness: it bears a sentence that says nothing but what it says. Where a
 * sentence names nodes, it has to hold of each of them; where it names none, of the worst.
 */
final class Witness {
  private static final int NEAR = 3;

  private final Report.Finding finding;
  private final int nodes;
  private final boolean worst;
  private final Vocabulary vocabulary;
  private final Map<String, List<Report.Occurrence>> places = new LinkedHashMap<>();

  Witness(Report.Finding finding, Report report, Vocabulary vocabulary) {
    this.finding = finding;
    this.nodes = report.nodes().size();
    this.worst = report.findings().getFirst().severity() == finding.severity();
    this.vocabulary = vocabulary;
    finding
        .nodes()
        .forEach(on ->
            places
                .computeIfAbsent(on.node().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(on));
  }

  /** Whether all that the sentence says is borne out. */
  boolean bears(String sentence) {
    var named = named(sentence);
    if (named.isEmpty()) {
      return bears(sentence, List.of(finding.nodes().getFirst()), Set.of());
    }
    return named.stream().allMatch(node -> bears(sentence, places.get(node), named));
  }

  private Set<String> named(String sentence) {
    var named = new LinkedHashSet<String>();
    for (String word : Tokens.names(sentence)) {
      if (places.containsKey(word)) {
        named.add(word);
      }
    }
    return named;
  }

  private boolean bears(String sentence, List<Report.Occurrence> here, Set<String> named) {
    var text = text(here, named);
    var severity = here.getFirst().severity();
    var numbers = Prose.of(text, _ -> false);
    var bearing =
        new Bearing(
            text,
            "",
            severity,
            Set.of(),
            (written, prose, at) -> stands(written, prose, at, numbers));
    return bearing.borne(sentence).isPresent() && worded(sentence, bearing);
  }

  /** Every word is an ordinary one, or stands in the finding. */
  private boolean worded(String sentence, Bearing bearing) {
    var words =
        Prose.of(sentence, bearing::knows).words().stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return words.stream()
            .allMatch(word -> bearing.knows(word) || vocabulary.holds(word) || Quantities.are(word))
        && Quantities.hold(words, places.size(), nodes, worst);
  }

  private String text(List<Report.Occurrence> here, Set<String> named) {
    var text = new ArrayList<String>(named);
    for (Report.Occurrence on : here) {
      text.addAll(
          List.of(on.subject(), on.title(), on.detail(), on.measured(), on.severity().id()));
      on.evidence().forEach(evidence -> text.add(evidence.quote()));
    }
    var names = finding.nodes().stream().map(Report.Occurrence::node).toList();
    finding.check().ifPresent(check -> text.add(check.value()));
    text.add(finding.area().value());
    text.add("on " + places.size() + " of " + nodes + " nodes");
    text.add(places.size() + (places.size() == 1 ? " node" : " nodes"));
    text.add(NodeNames.all(names));
    text.add(NodeNames.shortly(names, Digest.NAMES));
    if (here.stream().allMatch(on -> on.novelty() == dev.swarm.coordinator.report.Novelty.NEW)) {
      text.add("new");
    }
    return String.join("\n", text);
  }

  /** With a unit, the very same stands in the finding; without, it counts the same things there. */
  private static boolean stands(Written written, Prose prose, int at, Prose known) {
    if (!written.measure().equals(Measure.BARE)) {
      return written.standsAmong(known.numbers());
    }
    var after = prose.after(at, NEAR);
    for (int i = 0; i < known.items().size(); i++) {
      if (known.items().get(i) instanceof Prose.Item.Figure figure
          && written.standsAmong(List.of(figure.written()))
          && (after.isEmpty() || known.after(i, NEAR + 1).stream().anyMatch(after::contains))) {
        return true;
      }
    }
    return false;
  }
}
