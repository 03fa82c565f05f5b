package dev.swarm.bus.cluster;

import dev.swarm.bus.RejectedException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Who is in the cluster: peers, whose badges hold, and strangers. Written by one thread, read by
 * any.
 */
final class Roster {
  /** A stranger is reported for so long after it left, so that a short visit is not missed. */
  private static final Duration LINGER = Duration.ofMinutes(1);

  /** An address where a peer was is looked at for so long after it was last seen. */
  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final Badge badge;
  private final LongSupplier nanos;
  private final Map<String, Peer> peers = new ConcurrentHashMap<>();
  private final Map<HostPort, Stranger> strangers = new ConcurrentHashMap<>();
  private final Map<HostPort, Long> seen = new ConcurrentHashMap<>();

  private record Stranger(String why, boolean present, long last) {}

  Roster(Badge badge, LongSupplier nanos) {
    this.badge = badge;
    this.nanos = nanos;
  }

  /** What changes by one who is there; empty if it was known. */
  Optional<ClusterEvent> came(Membership.Shown shown) {
    try {
      var bearer = badge.check(shown.claim(), shown.address(), shown.member());
      var peer = new Peer(shown.address(), shown.member(), bearer, shown.passing());
      var _ = strangers.remove(shown.address());
      var known = peers.put(peer.member(), peer);
      return known == null ? Optional.of(new ClusterEvent.Came(peer)) : Optional.empty();
    } catch (RejectedException e) {
      var why = e.why().id() + ": " + e.getMessage();
      var known = strangers.put(shown.address(), new Stranger(why, true, nanos.getAsLong()));
      return known == null || !known.present()
          ? Optional.of(new ClusterEvent.Intruded(shown.address(), why))
          : Optional.empty();
    }
  }

  /** What changes by one who is gone. */
  Optional<ClusterEvent> went(Membership.Shown shown) {
    var _ =
        strangers.computeIfPresent(
            shown.address(), (_, is) -> new Stranger(is.why(), false, nanos.getAsLong()));
    return went(shown.member());
  }

  private Optional<ClusterEvent> went(String member) {
    var peer = peers.remove(member);
    if (peer == null) {
      return Optional.empty();
    }
    var _ = seen.put(peer.address(), nanos.getAsLong());
    return Optional.of(new ClusterEvent.Went(peer));
  }

  /** Compares with the whole list; events may have been missed around a merge or a rejoin. */
  List<ClusterEvent> is(List<Membership.Shown> members) {
    var there = new HashSet<String>();
    members.forEach(member -> there.add(member.member()));
    var events = new java.util.ArrayList<ClusterEvent>();
    for (var gone : Set.copyOf(peers.keySet())) {
      if (!there.contains(gone)) {
        went(gone).ifPresent(events::add);
      }
    }
    var addresses = members.stream().map(Membership.Shown::address).toList();
    strangers.replaceAll((address, is) ->
        is.present() && !addresses.contains(address)
            ? new Stranger(is.why(), false, nanos.getAsLong())
            : is);
    members.forEach(member -> came(member).ifPresent(events::add));
    return events;
  }

  List<Peer> peers() {
    return peers.values().stream().sorted(Comparator.comparing(Peer::member)).toList();
  }

  /** Those without a badge who are there, or were until lately. */
  List<HostPort> strangers() {
    long now = nanos.getAsLong();
    strangers.values().removeIf(is -> !is.present() && now - is.last() > LINGER.toNanos());
    return strangers.keySet().stream().sorted().toList();
  }

  /** Where peers were lately that are not there now. */
  Set<HostPort> missing() {
    long now = nanos.getAsLong();
    seen.values().removeIf(last -> now - last > MEMORY.toNanos());
    var missing = new HashSet<>(seen.keySet());
    peers.values().forEach(peer -> missing.remove(peer.address()));
    missing.removeAll(strangers.keySet());
    return missing;
  }
}
