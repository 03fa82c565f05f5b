package dev.swarm.agent.bench;

import dev.swarm.agent.investigation.Tools;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.rows.Field;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.text.Sanitizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers every call with rows out of the air, of the fields that its tool declares, or fails in
 * one of the ways in which tools fail. The same seed gives the same answers, in whatever order
 * asked.
 */
public final class RandomTools implements Tools {
  private static final Sanitizer SANITIZER = new Sanitizer();
  private static final List<String> WORDS =
      List.of(
          "failed",
          "active",
          "Z",
          "D",
          "ok",
          "degraded",
          "ro",
          "rw",
          "cpu",
          "memory",
          "io",
          "ext4",
          "DOWN",
          "no end");

  private final long seed;
  public final Map<ToolCall, ToolResult> first = new ConcurrentHashMap<>();
  public final Map<ToolCall, ToolResult> second = new ConcurrentHashMap<>();

  public RandomTools(long seed) {
    this.seed = seed;
  }

  @Override
  public ToolResult run(ToolCall call) {
    return first.computeIfAbsent(call, one -> answer(one, new Random(seed * 31 + one.hashCode())));
  }

  /** Mostly the same again; at times mended, gone, or blind. */
  @Override
  public ToolResult again(ToolCall call, Instant seen) {
    var random = new Random(seed * 37 + call.hashCode());
    return second.computeIfAbsent(
        call, one -> random.nextInt(3) > 0 ? run(one) : answer(one, random));
  }

  private static ToolResult answer(ToolCall call, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> with(call, new Ending.Unknown(Blind.TIMED_OUT, "no end within 5 s"));
      case 1 -> with(call, new Ending.Unknown(Blind.UNPARSABLE, "no line of it is data"));
      case 2 -> with(call, new Ending.Refused("policy", "not here"));
      case 3 -> with(call, new Ending.Flagged(7));
      case 4 -> with(call, new Ending.Nothing());
      case 5 -> with(call, new Ending.NotApplicable("there is none"));
      case 6 -> rows(call, random, List.of(new Gap(Blind.PRIVILEGE, "some of it needs root")));
      default -> rows(call, random, List.of());
    };
  }

  private static ToolResult with(ToolCall call, Ending ending) {
    return new ToolResult(
        call,
        List.of("bench"),
        ending,
        SANITIZER.clean("open 7\n"),
        List.of(),
        Duration.ZERO,
        List.of());
  }

  private static ToolResult rows(ToolCall call, Random random, List<Gap> gaps) {
    var rules =
        Bench.CATALOG.tool(call.tool()).orElseThrow().forms(Platform.LINUX).getFirst().rows();
    var rows = new ArrayList<Row>();
    var text = new StringBuilder();
    int count = random.nextInt(5);
    for (int i = 1; i <= count; i++) {
      var fields = new LinkedHashMap<String, Value>();
      for (var field : rules.fields()) {
        if (random.nextInt(8) > 0) {
          fields.put(field.name(), value(field, random));
        }
      }
      var subject = "thing-" + random.nextInt(4);
      rows.add(new Row("thing", subject, List.of(i), fields));
      text.append(subject).append(' ').append(fields.values()).append('\n');
    }
    var ending = random.nextInt(6) == 0 ? new Ending.Flagged(1) : new Ending.Ok();
    return new ToolResult(
        call,
        List.of("bench"),
        ending,
        SANITIZER.clean(text.toString()),
        rows,
        Duration.ZERO,
        gaps);
  }

  private static Value value(Field field, Random random) {
    double number = Math.pow(10, random.nextInt(12)) * random.nextDouble();
    return switch (field.type()) {
      case TEXT -> new Value.Text(WORDS.get(random.nextInt(WORDS.size())));
      case INTEGER, NUMBER -> new Value.Quantity(Math.rint(number), Unit.NONE);
      case BYTES, KIBIBYTES -> new Value.Quantity(Math.rint(number), Unit.BYTES);
      case PERCENT -> new Value.Quantity(100 * random.nextDouble(), Unit.PERCENT);
      case CELSIUS -> new Value.Quantity(100 * random.nextDouble(), Unit.CELSIUS);
      case SECONDS, MILLISECONDS -> new Value.Quantity(number, Unit.SECONDS);
      case INSTANT -> new Value.Moment(Machine.NOW.minusSeconds(random.nextInt(1_000_000)));
      case FLAG -> new Value.Flag(random.nextBoolean());
    };
  }
}
