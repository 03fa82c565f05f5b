package dev.swarm.coordinator.report;

import dev.swarm.protocol.ModelShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds up what models brought, over all subtasks and nodes. */
final class ModelSums {
  private static final Comparator<Models.Share> ORDER =
      Comparator.comparingLong((Models.Share share) -> share.tally().turns())
          .reversed()
          .thenComparing(Models.Share::model);

  private final Map<String, Work> works = new HashMap<>();

  /** One model, while it is being counted. */
  private static final class Work {
    private final Set<String> tiers = new TreeSet<>();
    private final Set<String> nodes = new HashSet<>();
    private final Set<SubtaskLife> lives = new HashSet<>();
    private Tally tally = Tally.NONE;

    void add(ModelShare share, SubtaskLife life) {
      if (!share.tier().isBlank()) {
        tiers.add(Shortened.of(share.tier()));
      }
      nodes.add(life.subtask().node());
      lives.add(life);
      tally = tally.plus(Tally.of(share));
    }

    Models.Share share(String model) {
      var few = tiers.stream().limit(2).toList();
      return new Models.Share(model, few, nodes.size(), lives.size(), tally);
    }
  }

  /** The part of models, if any was asked. */
  static Optional<Models> of(Ledger ledger) {
    var lives = ledger.lives();
    return lives.stream().anyMatch(life -> life.thought().asked())
        ? Optional.of(new ModelSums().models(lives))
        : Optional.empty();
  }

  private Models models(List<SubtaskLife> lives) {
    for (SubtaskLife life : lives) {
      for (ModelShare share : life.thought().shares()) {
        works.computeIfAbsent(share.model(), _ -> new Work()).add(share, life);
      }
    }
    var all = new ArrayList<Models.Share>();
    works.forEach((model, work) -> all.add(work.share(model)));
    all.sort(ORDER);
    int listed = Math.min(Models.MOST, all.size());
    return new Models(
        Count.by(Look.class, lives, SubtaskLife::look),
        Tally.sum(all.stream().map(Models.Share::tally).toList()),
        all.subList(0, listed),
        others(all.subList(listed, all.size())),
        lives.stream().flatMap(life -> Escalations.of(life).stream()).toList(),
        lives.stream().mapToLong(life -> life.thought().leftOut()).sum(),
        Lacks.of(lives));
  }

  private static Optional<Models.Others> others(List<Models.Share> rest) {
    var tally = Tally.sum(rest.stream().map(Models.Share::tally).toList());
    return rest.isEmpty() ? Optional.empty() : Optional.of(new Models.Others(rest.size(), tally));
  }
}
