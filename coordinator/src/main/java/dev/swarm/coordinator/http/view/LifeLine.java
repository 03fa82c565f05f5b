package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.swarm.coordinator.life.Life;
import java.time.Instant;

/** One finding on one node over time, and where it stands in one word. */
public record LifeLine(@JsonUnwrapped Life of, LifeWord life) {
  static LifeLine at(Instant time, Life life) {
    return new LifeLine(life, LifeWord.of(life, time));
  }
}
