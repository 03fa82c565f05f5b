package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the endpoints of a tier is asked: that of the subtask, chosen by rendezvous hashing so
 * that its prompt cache stays warm; the least busy one where that has a queue; and where none is
 * fit, the one that has been left alone for longest. Any thread; keeps nothing.
 */
record Choosing(List<Lane> lanes) {
  /** Requests that may wait at a subtask's own endpoint before others are taken. */
  private static final int SPILL = 2;

  Choosing {
    lanes = List.copyOf(lanes);
  }

  private record Candidate(Lane lane, Standing standing, long weight) {}

  /**
   * The lane to wait in; empty where none may be asked at all.
   *
   * @param avoided where the last attempt failed
   */
  Optional<Lane> lane(String subtask, Optional<Lane> avoided) {
    if (lanes.size() == 1) {
      return lanes.stream().filter(lane -> lane.standing().closed().isEmpty()).findFirst();
    }
    var candidates =
        lanes.stream()
            .map(lane -> new Candidate(lane, lane.standing(), weight(lane, subtask)))
            .filter(candidate -> candidate.standing().closed().isEmpty())
            .sorted(Comparator.comparingLong(Candidate::weight).reversed())
            .toList();
    var fit = candidates.stream().filter(candidate -> candidate.standing().fit()).toList();
    var others = fit.stream().filter(one -> !isAvoided(one.lane(), avoided)).toList();
    return fittest(others)
        .or(() -> fittest(fit))
        .or(() -> leastUnfit(candidates))
        .map(Candidate::lane);
  }

  /** Whether another lane than {@code lane} takes requests now. */
  boolean hasOther(Lane lane) {
    return lanes.stream().anyMatch(one -> one != lane && one.standing().fit());
  }

  /** Why nobody may be asked. */
  Optional<Trouble> closed() {
    return lanes.stream().flatMap(lane -> lane.standing().closed().stream()).findFirst();
  }

  private static boolean isAvoided(Lane lane, Optional<Lane> avoided) {
    return avoided.filter(one -> one == lane).isPresent();
  }

  /** By weight, heaviest first. */
  private static Optional<Candidate> fittest(List<Candidate> fit) {
    var roomy = fit.stream().filter(one -> !one.standing().overfull()).toList();
    var owner = (roomy.isEmpty() ? fit : roomy).stream().findFirst();
    if (owner.isEmpty() || owner.get().standing().queued() <= SPILL) {
      return owner;
    }
    return roomy.stream()
        .min(Comparator.comparingDouble(one -> one.standing().load()))
        .or(() -> owner);
  }

  private static Optional<Candidate> leastUnfit(List<Candidate> unfit) {
    var alive = unfit.stream().filter(one -> one.standing().ejected().isEmpty()).toList();
    if (!alive.isEmpty()) {
      return alive.stream().min(Comparator.comparing(one -> one.standing().held()));
    }
    return unfit.stream()
        .min(Comparator.comparing(one -> one.standing().ejected().orElse(Instant.MIN)));
  }

  /** FNV-1a, and a mix, for names that differ in their last letter. */
  private static long weight(Lane lane, String subtask) {
    long hash = 0xcbf29ce484222325L;
    for (char letter : (subtask + '\n' + lane.endpoint().name()).toCharArray()) {
      hash = (hash ^ letter) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
