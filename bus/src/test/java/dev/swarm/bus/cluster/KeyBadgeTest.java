package dev.swarm.bus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.RevocationList;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyBadgeTest {
  private static final HostPort HERE = new HostPort("10.0.0.1", 7610);
  private static final Duration DAY = Duration.ofDays(1);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final AuthorityKey authority = AuthorityKey.make("fleet", now);
  private final Revocations revocations = Revocations.none(authority.authority());
  private final KeyBundle web = authority.issue(Role.NODE, "web-1", DAY, now, Optional.empty());
  private final KeyBadge badge =
      new KeyBadge(web, new Cards(authority.authority(), revocations, () -> now));
  private final String shown = badge.make(HERE, "v1");

  @Test
  void it_says_whose_a_member_is_at_the_first_look_and_at_the_next() throws Exception {
    var bearer = new Badge.Bearer(Role.NODE, "web-1");
    assertEquals(bearer, badge.check(shown, HERE, "v1"));
    assertEquals(bearer, badge.check(shown, HERE, "v1"));
  }

  @Test
  void one_that_held_does_not_hold_once_its_key_is_revoked() throws Exception {
    var _ = badge.check(shown, HERE, "v1");
    var entry = new RevocationList.Entry(web.card().key().id(), "web-1", now);
    var list = authority.revoke(revocations.newest(), List.of(entry), now);
    boolean _ = revocations.learn(list.encoded());
    rejected(Rejection.REVOKED, HERE, "v1");
  }

  @Test
  void one_that_held_does_not_hold_after_its_time() throws Exception {
    var _ = badge.check(shown, HERE, "v1");
    now = now.plus(DAY).plusSeconds(1);
    rejected(Rejection.EXPIRED, HERE, "v1");
  }

  @Test
  void one_that_held_does_not_fit_another_member() throws Exception {
    var _ = badge.check(shown, HERE, "v1");
    rejected(Rejection.MISDIRECTED, new HostPort("10.0.0.2", 7610), "v1");
    rejected(Rejection.MISDIRECTED, HERE, "v2");
  }

  private void rejected(Rejection why, HostPort address, String member) {
    var rejection =
        assertThrows(RejectedException.class, () -> badge.check(shown, address, member));
    assertEquals(why, rejection.why(), rejection.getMessage());
  }
}
