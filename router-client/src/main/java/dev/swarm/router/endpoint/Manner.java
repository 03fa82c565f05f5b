package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.Streaming;
import dev.swarm.router.wire.Remark;

/**
 * How one endpoint wants to be spoken to, as far as it has taught us. Where the operator leaves the
 * choice, a server whose stream comes garbled twice in a row is asked for whole replies from then
 * on (rows 17 and 23 of the catalogue). Owned by one {@link Lane}.
 */
final class Manner {
  private static final int GARBLED = 2;

  private Profile profile;
  private int garbled;

  Manner(Profile profile) {
    this.profile = profile;
  }

  Profile profile() {
    return profile;
  }

  /** A refusal of a request in the manner of {@code used} taught {@code better}. */
  void taught(Profile used, Profile better) {
    if (profile.equals(used)) {
      profile = better;
    }
  }

  void replied(Profile used, Reply reply) {
    if (Remark.STREAMED_CALL_BROKEN.of(reply)) {
      garbled(used);
    } else if (used.streaming() == Streaming.AUTO && reply.ending() != Reply.Ending.EMPTY) {
      garbled = 0;
    }
  }

  void failed(Profile used, Trouble trouble) {
    if (trouble.kind() == Trouble.Kind.GARBLED) {
      garbled(used);
    }
  }

  private void garbled(Profile used) {
    if (used.streaming() != Streaming.AUTO) {
      return;
    }
    garbled++;
    if (garbled >= GARBLED && profile.streaming() == Streaming.AUTO) {
      profile = whole(profile);
    }
  }

  private static Profile whole(Profile profile) {
    return new Profile(
        Streaming.OFF,
        profile.replay(),
        profile.textCalls(),
        profile.foldInstructions(),
        profile.alternate(),
        profile.nullText(),
        profile.limitField(),
        profile.cacheKey(),
        profile.parallelCalls(),
        profile.temperature());
  }
}
