package dev.swarm.cli;

import dev.swarm.router.permit.Cap;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.permit.Use;
import dev.swarm.tools.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads how much the frontier tier may be used. */
final class EscalationReader {
  private static final int MOST = 1_000_000_000;

  /** About what a conversation in a context of 8,192 tokens sends and gets. */
  private static final int TOKENS_OF_A_CALL = 8192;

  /** What is allowed where nothing is said. */
  static final Limits STANDARD =
      new Limits(
          Cap.ofCalls(20),
          Cap.ofCalls(100),
          Cap.ofCalls(10),
          Cap.ofCalls(50),
          new Use(1, TOKENS_OF_A_CALL, BigDecimal.ZERO));

  private EscalationReader() {}

  /** The limits under {@code escalation:}, if they stand there. */
  static Optional<Limits> read(YamlMap settings) {
    return settings.map("escalation").map(EscalationReader::limits);
  }

  private static Limits limits(YamlMap map) {
    var call =
        new Use(
            1,
            Math.max(
                0, RoutersReader.within(map, "tokens-of-a-call", 0, MOST).orElse(TOKENS_OF_A_CALL)),
            map.read("cost-of-a-call", PriceReader::amount).orElse(BigDecimal.ZERO));
    var limits =
        new Limits(
            cap(map, "hour-per-node", STANDARD.hourPerNode()),
            cap(map, "hour-for-all", STANDARD.hourForAll()),
            cap(map, "run-per-node", STANDARD.runPerNode()),
            cap(map, "run-for-all", STANDARD.runForAll()),
            call);
    map.finish();
    return limits;
  }

  /** What is named is the limit, and what is not named beside it has none. */
  private static Cap cap(YamlMap map, String key, Cap standard) {
    var cap = map.map(key).map(EscalationReader::cap);
    return cap.orElse(standard);
  }

  private static Cap cap(YamlMap map) {
    var calls = RoutersReader.within(map, "calls", 0, MOST);
    var tokens = RoutersReader.within(map, "tokens", 0, MOST);
    var cost = map.read("cost", PriceReader::amount);
    map.finish();
    return new Cap(positive(calls), positive(tokens), cost);
  }

  /** A negative one is a mistake that is told. */
  private static OptionalLong positive(Optional<Integer> number) {
    return number.stream().filter(n -> n >= 0).mapToLong(n -> n).findFirst();
  }
}
