package dev.swarm.coordinator.lease;

import dev.swarm.protocol.SlotWish;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * What one holder was told it may use of one endpoint, and what of that it may be using. Until it
 * shows that it knows the newest grant, it may be going by any since the last it knew. Owned by one
 * {@link Pool}.
 */
final class Lease {
  final Holder holder;
  private final ArrayDeque<Told> told = new ArrayDeque<>();
  private int wanted;
  private int used;
  private Instant heard;
  private Instant since;

  private record Told(long number, int slots) {}

  /** Of somebody who knows of no grant later than {@code number}, and holds nothing. */
  Lease(Holder holder, long number, Instant now) {
    this.holder = holder;
    told.add(new Told(number, 0));
    heard = now;
    since = now;
  }

  /** The holder asks: from now on it uses no more than it wants of the grant that it knows. */
  void asked(SlotWish wish, int most, Instant now) {
    heard = now;
    wanted = Math.min(wish.wanted(), most);
    used = wish.used();
    if (told.stream().anyMatch(one -> one.number() == wish.grant())) {
      while (told.getFirst().number() != wish.grant()) {
        told.removeFirst();
      }
      var known = told.removeFirst();
      told.addFirst(new Told(known.number(), Math.min(known.slots(), wish.wanted())));
    }
  }

  /** It may use {@code slots} from now on. */
  void grant(long number, int slots, Instant now) {
    if (slots() == 0) {
      since = now;
    }
    told.addLast(new Told(number, slots));
  }

  /** The number of the grant told last. */
  long number() {
    return told.getLast().number();
  }

  /** The slots of the grant told last. */
  int slots() {
    return told.getLast().slots();
  }

  /** The most that it may be using now. */
  int held() {
    return Math.max(used, told.stream().mapToInt(Told::slots).max().orElse(0));
  }

  int wanted() {
    return wanted;
  }

  /** Whether it could use more than it was granted. */
  boolean waits() {
    return wanted > slots();
  }

  /** Since when it has had any. */
  Instant since() {
    return since;
  }

  /** When it last asked. */
  Instant heard() {
    return heard;
  }

  /** Whether there is nothing to remember of it. */
  boolean over() {
    return wanted == 0 && held() == 0;
  }
}
