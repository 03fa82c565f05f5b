package dev.swarm.router.wire;

import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Replay;
import dev.swarm.router.wire.Profile.Streaming;
import java.util.OptionalDouble;

/** A profile while it is being changed. One thread. */
final class ProfileDraft {
  Streaming streaming;
  Replay replay;
  boolean textCalls;
  boolean foldInstructions;
  boolean alternate;
  boolean nullText;
  LimitField limitField;
  boolean cacheKey;
  boolean parallelCalls;
  OptionalDouble temperature;

  ProfileDraft(Profile profile) {
    streaming = profile.streaming();
    replay = profile.replay();
    textCalls = profile.textCalls();
    foldInstructions = profile.foldInstructions();
    alternate = profile.alternate();
    nullText = profile.nullText();
    limitField = profile.limitField();
    cacheKey = profile.cacheKey();
    parallelCalls = profile.parallelCalls();
    temperature = profile.temperature();
  }

  Profile profile() {
    return new Profile(
        streaming,
        replay,
        textCalls,
        foldInstructions,
        alternate,
        nullText,
        limitField,
        cacheKey,
        parallelCalls,
        temperature);
  }
}
