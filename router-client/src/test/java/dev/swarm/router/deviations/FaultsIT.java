package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.scripted.Fault;
import dev.swarm.router.scripted.Faulting;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.wire.Profile;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a transport does, the whole client answers within its clocks. */
class FaultsIT {
  private static final Duration CLOCK = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** A generous share of a loaded machine, beside the patience. */
  private static final Duration MORE = Duration.ofSeconds(20);

  private static final Clocks CLOCKS =
      new Clocks(Duration.ofSeconds(2), PATIENCE, CLOCK, CLOCK, Duration.ofSeconds(1));

  /** What is odd, and still a reply. */
  private static final Set<Fault> REPLIES =
      EnumSet.of(
          Fault.TWO_ANSWERS,
          Fault.SHORT_LENGTH,
          Fault.LONG_LENGTH,
          Fault.EMPTY_BODY,
          Fault.NO_CONTENT,
          Fault.TRAILING_GARBAGE,
          Fault.BYTE_ORDER_MARK,
          Fault.WRONG_TYPE,
          Fault.LONE_SURROGATE,
          Fault.MANY_CHOICES);

  @ParameterizedTest
  @EnumSource
  void every_fault_ends_in_an_answer_in_time(Fault fault) {
    var faulting =
        new Faulting(
            Duration.ofMillis(200), 160, 200L << 20, 10_000, URI.create("http://192.0.2.1/v1"));
    var settings = Settings.STANDARD.misbehaving(fault).faulting(faulting);
    try (var bout = new Bout(settings, Bout.SCRIPT, Profile.STANDARD, CLOCKS, 2)) {
      long began = System.nanoTime();
      var answer = bout.ask(Bout.opening(), Choice.AUTO, PATIENCE);
      var took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(PATIENCE.plus(MORE)) < 0, took.toString());
      switch (answer) {
        case Answer.Replied(var reply, _) -> assertTrue(REPLIES.contains(fault), reply.toString());
        case Answer.Failed(var trouble) -> {
          assertFalse(REPLIES.contains(fault), trouble.toString());
          assertEquals("scripted", trouble.endpoint());
          assertNotEquals(Trouble.Fault.OURS, trouble.kind().fault(), trouble.toString());
        }
      }
    }
  }
}
