package dev.swarm.bus.cluster;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Card;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.Claim;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.protocol.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A claim signed with the process's key. A claim that held is remembered with the member that
 * showed it, for all members are looked at every few seconds, and each signature costs 0.1 ms; its
 * card is asked about anew each time, since it may have run out or been revoked. Any thread.
 */
public final class KeyBadge implements Badge {
  private static final int REMEMBERED = 4096;

  private final KeyBundle bundle;
  private final Cards cards;
  private final Map<Shown, Held> held =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shown, Held> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Shown(String claim, HostPort address, String member) {}

  private record Held(Card card, Bearer bearer) {}

  public KeyBadge(KeyBundle bundle, Cards cards) {
    this.bundle = bundle;
    this.cards = cards;
  }

  @Override
  public String make(HostPort address, String member) {
    return Claim.sign(bundle, address.toString(), member);
  }

  @Override
  public Bearer check(String shown, HostPort address, String member) throws RejectedException {
    if (shown.isEmpty()) {
      throw new RejectedException(Rejection.UNSIGNED, "it shows no claim");
    }
    var here = new Shown(shown, address, member);
    var before = remembered(here);
    if (before.isPresent()) {
      cards.requireGood(before.get().card());
      return before.get().bearer();
    }
    var signed = Claim.verify(shown, cards, bundle.cluster(), address.toString(), member);
    var now = new Held(signed.card(), new Bearer(signed.claim().role(), signed.claim().name()));
    remember(here, now);
    return now.bearer();
  }

  private synchronized Optional<Held> remembered(Shown shown) {
    return Optional.ofNullable(held.get(shown));
  }

  private synchronized void remember(Shown shown, Held now) {
    held.put(shown, now);
  }
}
