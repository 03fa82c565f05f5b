package dev.swarm.bus.cluster;

import dev.swarm.bus.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is in the cluster: peers, whose badges hold, and strangers. Written by one thread, read by
 * any.
 */
final class Roster {
  /** A stranger is reported for so long after it left, so that a short visit is not missed. */
  private static final Duration LINGER = Duration.ofMinutes(1);

  /** Measured on a loaded machine: so long after a member is listed, it may not answer yet. */
  private static final Duration SETTLING = Duration.ofSeconds(20);

  /** An address where a peer was is looked at for so long after it was last seen. */
  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final Badge badge;
  private final InstantSource steady;
  private final Map<String, Peer> peers = new ConcurrentHashMap<>();
  private final Map<HostPort, Stranger> strangers = new ConcurrentHashMap<>();
  private final Map<HostPort, Instant> seen = new ConcurrentHashMap<>();
  private final Map<String, Instant> since = new ConcurrentHashMap<>();

  private record Stranger(String why, boolean present, Instant last) {}

  Roster(Badge badge, InstantSource steady) {
    this.badge = badge;
    this.steady = steady;
  }

  /** What changes by one who is there; empty if it was known. */
  Optional<ClusterEvent> came(Membership.Shown shown) {
    try {
      var bearer = badge.check(shown.claim(), shown.address(), shown.member());
      var peer = new Peer(shown.address(), shown.member(), bearer, shown.passing());
      var _ = strangers.remove(shown.address());
      var _ = since.putIfAbsent(peer.member(), steady.instant());
      var known = peers.put(peer.member(), peer);
      return known == null ? Optional.of(new ClusterEvent.Came(peer)) : Optional.empty();
    } catch (RejectedException e) {
      var why = e.why().id() + ": " + e.getMessage();
      var known = strangers.put(shown.address(), new Stranger(why, true, steady.instant()));
      return known == null || !known.present()
          ? Optional.of(new ClusterEvent.Intruded(shown.address(), why))
          : Optional.empty();
    }
  }

  /** What changes by one who is gone. */
  Optional<ClusterEvent> went(Membership.Shown shown) {
    var _ =
        strangers.computeIfPresent(
            shown.address(), (_, is) -> new Stranger(is.why(), false, steady.instant()));
    return went(shown.member());
  }

  private Optional<ClusterEvent> went(String member) {
    var _ = since.remove(member);
    var peer = peers.remove(member);
    if (peer == null) {
      return Optional.empty();
    }
    var _ = seen.put(peer.address(), steady.instant());
    return Optional.of(new ClusterEvent.Went(peer));
  }

  /** Compares with the whole list; events may have been missed around a merge or a rejoin. */
  List<ClusterEvent> is(List<Membership.Shown> members) {
    var there = new HashSet<String>();
    members.forEach(member -> there.add(member.member()));
    var events = new ArrayList<ClusterEvent>();
    for (var gone : Set.copyOf(peers.keySet())) {
      if (!there.contains(gone)) {
        went(gone).ifPresent(events::add);
      }
    }
    var addresses = members.stream().map(Membership.Shown::address).toList();
    strangers.replaceAll((address, is) ->
        is.present() && !addresses.contains(address)
            ? new Stranger(is.why(), false, steady.instant())
            : is);
    members.forEach(member -> came(member).ifPresent(events::add));
    return events;
  }

  List<Peer> peers() {
    return peers.values().stream().sorted(Comparator.comparing(Peer::member)).toList();
  }

  /** Those of the peers who stay, and have been there for long enough to answer. */
  List<Peer> settled() {
    var before = steady.instant().minus(SETTLING);
    return peers().stream()
        .filter(peer -> !peer.passing())
        .filter(peer -> since.getOrDefault(peer.member(), Instant.MAX).isBefore(before))
        .toList();
  }

  /** Those without a badge who are there, or were until lately. */
  List<HostPort> strangers() {
    var now = steady.instant();
    strangers.values().removeIf(is -> !is.present() && is.last().plus(LINGER).isBefore(now));
    return strangers.keySet().stream().sorted().toList();
  }

  /** Where peers were lately that are not there now. */
  Set<HostPort> missing() {
    var now = steady.instant();
    seen.values().removeIf(last -> last.plus(MEMORY).isBefore(now));
    var missing = new HashSet<>(seen.keySet());
    peers.values().forEach(peer -> missing.remove(peer.address()));
    missing.removeAll(strangers.keySet());
    return missing;
  }
}
