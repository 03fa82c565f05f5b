package dev.swarm.bus.seal;

import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** An authority and whatever keys a test needs; its clock stands still until a test moves it. */
final class TestFleet implements InstantSource {
  static final Duration YEAR = Duration.ofDays(365);

  /** TLS looks at the machine's clock, so tests do not begin in another year. */
  private Instant now = Instant.now();

  private final AuthorityKey authority = AuthorityKey.make("fleet", now);
  private final Revocations revocations = Revocations.none(authority.authority());

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  AuthorityKey authority() {
    return authority;
  }

  Revocations revocations() {
    return revocations;
  }

  KeyBundle node(String name) {
    return authority.issue(Role.NODE, name, YEAR, now, Optional.empty());
  }

  KeyBundle coordinator(String name) {
    return authority.issue(Role.COORDINATOR, name, YEAR, now, Optional.empty());
  }

  Cards cards() {
    return new Cards(authority.authority(), revocations, this);
  }

  SignedSeal seal(KeyBundle bundle) {
    return new SignedSeal(bundle, cards());
  }

  void revoke(KeyBundle bundle) throws Exception {
    var entry = new RevocationList.Entry(bundle.card().key().id(), bundle.card().name(), now);
    var list = authority.revoke(revocations.newest(), List.of(entry), now);
    boolean _ = revocations.learn(list.encoded());
  }
}
