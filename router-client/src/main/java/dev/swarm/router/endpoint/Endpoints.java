package dev.swarm.router.endpoint;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Tier;
import dev.swarm.router.chat.ChatRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many endpoints behind one door. Asking blocks the caller's (virtual) thread: in line for a slot,
 * on the wire, and between attempts; never longer than the errand's patience. Requests that are
 * refused for load are not lost and not repeated blindly: the whole endpoint is left alone for a
 * while, and given fewer at once. No hedging: a second request for the same answer is never sent
 * while the first one is under way.
 */
public final class Endpoints implements Model {
  /** Longer patience is as good as this. */
  private static final Duration LONGEST_PATIENCE = Duration.ofDays(365);

  private final Doors doors;
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<Tier, Choosing> tiers = new EnumMap<>(Tier.class);
  private final AtomicLong numbers = new AtomicLong();

  /** Endpoints with unique names, in the operator's order, which nobody else asks. */
  public Endpoints(List<Endpoint> endpoints, Doors doors) {
    this(endpoints, doors, FleetSlots.OWN);
  }

  /** The same, of which a whole fleet has its share. */
  public Endpoints(List<Endpoint> endpoints, Doors doors, FleetSlots fleet) {
    this.doors = doors;
    if (endpoints.stream().map(Endpoint::name).distinct().count() < endpoints.size()) {
      throw new IllegalArgumentException("two endpoints have the same name");
    }
    for (var endpoint : endpoints) {
      lanes.add(new Lane(endpoint, fleet, doors.bells(), doors.clock(), doors.chance()));
    }
    for (var tier : Tier.values()) {
      tiers.put(tier, new Choosing(ofTier(tier)));
    }
  }

  private List<Lane> ofTier(Tier tier) {
    return lanes.stream().filter(lane -> lane.endpoint().tier() == tier).toList();
  }

  @Override
  public Answer ask(ChatRequest request, Errand errand) throws InterruptedException {
    var choosing = Optional.ofNullable(tiers.get(errand.tier())).orElseThrow();
    Duration patience =
        errand.patience().compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : errand.patience();
    return new Pursuit(doors, choosing, request, errand, patience, numbers.incrementAndGet()).run();
  }

  /**
   * Looks at every endpoint once: how many slots it has, and whether it is loading. Not needed, but
   * good before the first request. An endpoint whose key cannot be had is left out.
   */
  public void look() throws InterruptedException {
    for (var lane : lanes) {
      try {
        lane.seen(doors.probing().look(lane.endpoint(), doors.key(lane.endpoint())));
      } catch (KeyException _) {
        // the first request says so
      }
    }
  }

  /** The endpoint of that name has told its model, or its context; the rest of it is as it was. */
  public void known(Endpoint told) {
    lanes.stream()
        .filter(lane -> lane.endpoint().name().equals(told.name()))
        .forEach(lane -> lane.known(told));
  }

  /** How each endpoint does now, in the operator's order. */
  public List<EndpointState> states() {
    return lanes.stream().map(Lane::state).toList();
  }
}
