package dev.swarm.bus.cluster;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.Claim;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.protocol.Rejection;

/** A claim signed with the process's key. */
public record KeyBadge(KeyBundle bundle, Cards cards) implements Badge {
  @Override
  public String make(HostPort address, String member) {
    return Claim.sign(bundle, address.toString(), member);
  }

  @Override
  public Bearer check(String shown, HostPort address, String member) throws RejectedException {
    if (shown.isEmpty()) {
      throw new RejectedException(Rejection.UNSIGNED, "it shows no claim");
    }
    var claim = Claim.verify(shown, cards, bundle.cluster(), address.toString(), member);
    return new Bearer(claim.role(), claim.name());
  }
}
