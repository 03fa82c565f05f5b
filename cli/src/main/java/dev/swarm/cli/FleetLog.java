package dev.swarm.cli;

import dev.swarm.bus.Turned;
import dev.swarm.bus.cluster.ClusterEvent;
import dev.swarm.bus.cluster.Peer;
import java.util.Locale;

/** What a process that stays says on stderr: one line for each change, for a service's journal. */
record FleetLog(Surroundings here) {
  void say(String text) {
    here.say(text);
  }

  /** Something changed in the cluster. */
  void happened(ClusterEvent event) {
    switch (event) {
      case ClusterEvent.Came(var peer) -> say(named(peer) + " is here");
      case ClusterEvent.Went(var peer) -> say(named(peer) + " is gone");
      case ClusterEvent.Intruded(var address, var why) ->
          say(
              "stranger: a member of the cluster at "
                  + address
                  + " shows no key of our fleet ("
                  + why
                  + "); nothing it says is heard. Find out who it is");
      case ClusterEvent.Rejoining(var why) -> say("joining anew: " + why);
      case ClusterEvent.Rejoined() -> say("joined anew");
      case ClusterEvent.StillOut(var why) -> say("not back yet: " + why);
    }
  }

  /** A message was turned away. */
  void turned(Turned turned) {
    say(
        "turned away "
            + (turned.type().isEmpty() ? "something" : "a " + turned.type())
            + " at "
            + turned.address()
            + ": "
            + turned.why().id()
            + ": "
            + turned.detail());
  }

  private static String named(Peer peer) {
    return peer.bearer().role().name().toLowerCase(Locale.ROOT)
        + " "
        + peer.bearer().name()
        + " at "
        + peer.address();
  }
}
