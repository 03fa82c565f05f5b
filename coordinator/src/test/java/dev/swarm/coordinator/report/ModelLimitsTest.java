package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A node may say of its models what it likes; the report stays small, and says what it left out.
 */
final class ModelLimitsTest {
  private static final String HUGE = "é".repeat(1_000_000);

  @Test
  void ten_thousand_models_are_a_hundred_and_the_rest_together() {
    var shares =
        IntStream.range(0, 10_000)
            .mapToObj(each -> ModelRun.share("model-%05d".formatted(each), 1 + each % 2, "0.01"));
    var report = ModelRun.of(2, new Thinking(shares.toList(), List.of(), Optional.empty()));
    var models = report.models().orElseThrow();
    assertEquals(100, models.shares().size());
    assertEquals(9_900, models.others().orElseThrow().models());
    assertEquals(30_000, models.total().turns());
    assertEquals(Optional.of(new BigDecimal("200")), models.total().cost());
    assertTrue(text(report).contains("… and 9992 more models"));
    assertSmall(report);
  }

  @Test
  void ten_thousand_escalations_of_a_subtask_are_twenty_and_a_number() {
    var many =
        IntStream.range(0, 10_000)
            .mapToObj(each -> new Escalation("small", "big", "reason " + each, "permitted"))
            .toList();
    var report = ModelRun.of(1, new Thinking(List.of(), many, Optional.empty()));
    var models = report.models().orElseThrow();
    assertEquals(20, models.escalations().size());
    assertEquals(9_980, models.escalationsLeftOut());
    assertTrue(text(report).contains("… and 9992 more escalations"));
    assertSmall(report);
  }

  @Test
  void texts_of_a_megabyte_are_cut_and_say_so() {
    var share = new ModelShare("m".repeat(512), HUGE, 1, 0, 0, 0, 0, 0, 1, 1, 1, BigDecimal.ZERO);
    var escalation = new Escalation(HUGE, HUGE, HUGE, HUGE);
    var report =
        ModelRun.of(1, new Thinking(List.of(share), List.of(escalation), Optional.of(HUGE)));
    var json = Histories.render(Format.JSON, report, Options.STANDARD);
    assertTrue(json.contains("é… and 999,700 more characters"), "not cut");
    assertSmall(report);
  }

  @Test
  void a_cut_divides_no_character() {
    var cut = Shortened.of("x".repeat(299) + "😀".repeat(9));
    assertEquals("x".repeat(299) + "… and 18 more characters", cut);
    assertEquals("x".repeat(300), Shortened.of("x".repeat(300)));
  }

  @Test
  void numbers_that_cannot_be_true_spoil_no_sum() {
    var sound = ModelRun.share("sound", 3, "0.25");
    var lies =
        Stream.of(
            share(-1, 0, "0"),
            share(Integer.MAX_VALUE, 0, "0"),
            share(1, -5, "0"),
            share(1, Long.MAX_VALUE, "0"),
            share(1, 0, "-0.01"),
            share(1, 0, "1E+40"),
            share(1, 0, "1E+999999999"),
            share(1, 0, "1E-999999999"),
            share(1, 0, "0E+999999999"),
            share(1, 0, "9".repeat(900)));
    lies.forEach(lie -> {
      var report = ModelRun.of(1, ModelRun.brought(sound, lie));
      var models = report.models().orElseThrow();
      assertEquals(Tally.of(sound), models.total());
      assertEquals(
          "the node's account of its models does not add up", models.lacking().getFirst().reason());
      assertSmall(report);
    });
  }

  private static ModelShare share(int turns, long tokens, String cost) {
    return new ModelShare(
        "liar", "local", turns, 0, 0, 0, 0, 0, tokens, 0, 0, new BigDecimal(cost));
  }

  private static String text(Report report) {
    return Histories.render(Format.TEXT, report, Options.STANDARD);
  }

  private static void assertSmall(Report report) {
    for (Format format : Format.values()) {
      int size = Histories.render(format, report, Options.STANDARD).length();
      assertTrue(size < 100_000, format.id() + " has " + size + " characters");
    }
  }
}
