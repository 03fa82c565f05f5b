package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.scripted.Act.Conduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All the mischief that one request meets. */
record Plan(List<Mischief> mischief) {

  /** What was chosen for this request, by the settings and by its header. */
  static Plan of(Settings settings, Asked asked, long number) {
    if (settings.manners().mischief().isEmpty() && asked.origin().fault().isEmpty()) {
      return new Plan(List.of());
    }
    var all = new ArrayList<Mischief>();
    for (var chosen : settings.manners().mischief()) {
      if (chosen.when().comes(number, asked)) {
        all.add(chosen.what());
      }
    }
    asked.origin().fault().map(Plan::named).ifPresent(all::addAll);
    return new Plan(all);
  }

  /** What a header names; unknown names are left out. */
  static List<Mischief> named(String header) {
    var all = new ArrayList<Mischief>();
    for (var name : header.split(",", -1)) {
      Mischief.named(name).ifPresent(all::add);
    }
    return all;
  }

  /** The first refusal; rules that only this request meets are asked too. */
  Optional<Refusal> refusal(ObjectNode json, Rule.Limits limits, Act.Moment moment) {
    for (var act : acts()) {
      var refusal =
          switch (act) {
            case Act.Refuses(var refuses) -> Optional.of(refuses.apply(moment));
            case Act.Insists(var rule) -> rule.broken(json, limits);
            case Act.Behaves(var conduct) when conduct == Conduct.LOADING ->
                Optional.of(Refusals.loading());
            case Act.Edits _, Act.Cuts _, Act.Plays _, Act.Behaves _ -> Optional.<Refusal>empty();
          };
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  void edit(Draft draft) {
    for (var act : acts()) {
      if (act instanceof Act.Edits(var edit)) {
        edit.accept(draft);
      }
    }
  }

  void cut(List<Piece> pieces) {
    for (var act : acts()) {
      if (act instanceof Act.Cuts(var cut)) {
        cut.accept(pieces);
      }
    }
  }

  boolean behaves(Conduct conduct) {
    return acts().contains(new Act.Behaves(conduct));
  }

  /** How the answer is played, if not as it should be. */
  Optional<Fault> fault() {
    for (var one : mischief) {
      switch (one) {
        case Fault fault -> {
          return Optional.of(fault);
        }
        case Deviation deviation -> {
          if (deviation.act() instanceof Act.Plays(var fault)) {
            return Optional.of(fault);
          }
        }
      }
    }
    return behaves(Conduct.GREEN_AND_HUNG) ? Optional.of(Fault.SILENCE) : Optional.empty();
  }

  private List<Act> acts() {
    return mischief.stream()
        .filter(Deviation.class::isInstance)
        .map(one -> ((Deviation) one).act())
        .toList();
  }
}
