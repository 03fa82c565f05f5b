package dev.swarm.cli;

import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Replay;
import dev.swarm.router.wire.Profile.Streaming;
import dev.swarm.tools.yaml.YamlMap;
import java.util.OptionalDouble;

/** Reads how a router wants to be spoken to. */
final class ProfileReader {
  private ProfileReader() {}

  /** The profile, key by key; what is not said is the standard. */
  static Profile read(YamlMap map) {
    var standard = Profile.STANDARD;
    var temperature = map.read("temperature", ProfileReader::temperature);
    return new Profile(
        map.read("streaming", text -> RoutersReader.one(text, Streaming.values(), Streaming::id))
            .orElse(standard.streaming()),
        map.read("reasoning", text -> RoutersReader.one(text, Replay.values(), Replay::id))
            .orElse(standard.replay()),
        map.flag("text-calls", standard.textCalls()),
        map.flag("fold-instructions", standard.foldInstructions()),
        map.flag("alternate", standard.alternate()),
        map.flag("null-text", standard.nullText()),
        map.read(
                "limit-field",
                text -> RoutersReader.one(text, LimitField.values(), LimitField::key))
            .orElse(standard.limitField()),
        map.flag("cache-key", standard.cacheKey()),
        map.flag("parallel-calls", standard.parallelCalls()),
        temperature.map(OptionalDouble::of).orElse(standard.temperature()));
  }

  private static double temperature(String text) {
    if (text.matches("[0-9](\\.[0-9]{1,6})?") && Double.parseDouble(text) <= 2) {
      return Double.parseDouble(text);
    }
    throw new IllegalArgumentException("expected a temperature from 0 to 2, not '" + text + "'");
  }
}
