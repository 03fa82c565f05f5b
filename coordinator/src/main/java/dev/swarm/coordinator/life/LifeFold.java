package dev.swarm.coordinator.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fold from what runs saw, in the order in which they ended, to lives. Pure. */
public final class LifeFold {
  /** Raised when the same looks make other lives: what was derived before is derived again. */
  public static final int VERSION = 1;

  private LifeFold() {}

  /**
   * What one more look makes of what there was.
   *
   * @param changed the tales that are not what they were, in the order of their keys
   * @param turns what turned, in that order
   */
  public record Folded(List<Tale> changed, List<Turn> turns) {
    public Folded {
      changed = List.copyOf(changed);
      turns = List.copyOf(turns);
    }
  }

  /** The lives after all {@code looks}, from nothing. */
  public static Collection<Tale> all(Collection<Look> looks) {
    var tales = new TreeMap<Key, Tale>();
    looks.forEach(look -> fold(tales, look).changed().forEach(tale -> tales.put(tale.key(), tale)));
    return tales.values();
  }

  /** What {@code look} changes in {@code before}, which stays as it is. */
  public static Folded fold(Map<Key, Tale> before, Look look) {
    var after = new TreeMap<Key, Tale>();
    look.found()
        .forEach((key, seen) ->
            after.put(
                key,
                Optional.ofNullable(before.get(key))
                    .map(tale -> tale.seen(seen, look))
                    .orElseGet(() -> Tale.begun(seen, look))));
    before.forEach((key, tale) -> {
      if (!after.containsKey(key) && tale.concerns(look)) {
        after.put(key, tale.missed(look));
      }
    });
    var turns = new ArrayList<Turn>();
    after.forEach((key, tale) ->
        kind(Optional.ofNullable(before.get(key)), tale)
            .ifPresent(kind -> turns.add(turn(tale, look, kind))));
    return new Folded(List.copyOf(after.values()), turns);
  }

  private static Optional<Turn.Kind> kind(Optional<Tale> before, Tale after) {
    if (before.isEmpty()) {
      return Optional.of(Turn.Kind.NEW);
    }
    var was = before.get().life();
    var is = after.life();
    if (was.state() != is.state()) {
      return Optional.of(is.state() == Life.State.OPEN ? Turn.Kind.BACK : Turn.Kind.FIXED);
    }
    return was.severity() == is.severity() ? Optional.empty() : Optional.of(Turn.Kind.CHANGED);
  }

  private static Turn turn(Tale tale, Look look, Turn.Kind kind) {
    var life = tale.life();
    return new Turn(look.at(), look.run(), life.node(), life.fingerprint(), life.severity(), kind);
  }

  /** The tales by their keys. */
  public static Map<Key, Tale> byKey(Collection<Tale> tales) {
    var byKey = new HashMap<Key, Tale>();
    tales.forEach(tale -> byKey.put(tale.key(), tale));
    return byKey;
  }
}
