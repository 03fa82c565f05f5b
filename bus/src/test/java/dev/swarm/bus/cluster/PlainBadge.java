package dev.swarm.bus.cluster;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;

/** A badge that anybody could make, but that stands for its address and membership alone. */
record PlainBadge(String name, String house) implements Badge {
  @Override
  public String make(HostPort address, String member) {
    return house + " " + name + " " + address + " " + member;
  }

  @Override
  public Bearer check(String shown, HostPort address, String member) throws RejectedException {
    var words = shown.split(" ", -1);
    if (words.length != 4 || !words[0].equals(house)) {
      throw new RejectedException(Rejection.FOREIGN, "it shows no badge of ours");
    }
    if (!words[2].equals(address.toString()) || !words[3].equals(member)) {
      throw new RejectedException(Rejection.MISDIRECTED, "its badge is another's");
    }
    return new Bearer(Role.NODE, words[1]);
  }
}
