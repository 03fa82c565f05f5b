package dev.swarm.router.scripted;

import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.scripted.Turn.Wish;
import java.util.ArrayList;
import java.util.List;

/** One turn of a script. */
public sealed interface Step {
  /** The tool that ends an investigation. */
  String CONCLUDE = "conclude";

  /** More arguments than this are for models that know what they do. */
  int MOST_WORDS = 3;

  /** It calls tools, perhaps with some words before. */
  record Calls(String text, List<Wish> calls) implements Step {
    public Calls {
      calls = List.copyOf(calls);
    }
  }

  /** It talks. */
  record Says(String text) implements Step {}

  /**
   * It picks tools out of those offered, none of them twice: such as need no arguments or, where
   * there are none, such as need only words.
   */
  record Picks(int count, long seed) implements Step {}

  /** It reports what it found. */
  record Reports(List<Claim> findings) implements Step {
    public Reports {
      findings = List.copyOf(findings);
    }
  }

  /** It is done, and says so by the tool for it or, where there is none, in words. */
  record Concludes(String summary) implements Step {}

  /** Whatever somebody else's code says. */
  record Asks(Brain brain) implements Step {}

  /** What is said now. */
  default Turn turn(Asked asked) {
    var blanks = new Blanks(asked);
    return switch (this) {
      case Calls(var text, var calls) ->
          Turn.wants(calls.stream().map(blanks::filled).toList()).saying(blanks.text(text));
      case Says(var text) -> Turn.says(blanks.text(text));
      case Picks(var count, var seed) -> picks(asked, count, seed);
      case Reports(var findings) ->
          Turn.wants(findings.stream().map(claim -> claim.wish(blanks)).toList());
      case Concludes(var summary) -> concludes(asked, blanks.text(summary));
      case Asks(var brain) -> brain.turn(asked);
    };
  }

  private static Turn concludes(Asked asked, String summary) {
    return asked.tools().tool(CONCLUDE).isPresent()
        ? Turn.wants(new Wish(CONCLUDE, Json.object().put("summary", summary).toString()))
        : Turn.says(summary);
  }

  private static Turn picks(Asked asked, int count, long seed) {
    var left = new ArrayList<>(usable(asked, 0));
    if (left.isEmpty()) {
      left.addAll(usable(asked, MOST_WORDS));
    }
    var drawn = asked.conversation().with(seed).with(asked.step());
    var calls = new ArrayList<Wish>();
    while (calls.size() < count && !left.isEmpty()) {
      drawn = drawn.with(1);
      var tool = left.remove(drawn.below(left.size()));
      calls.add(new Wish(tool.name(), Words.of(tool).orElseThrow().arguments()));
    }
    return calls.isEmpty() ? Turn.says("There is no tool that I could use.") : Turn.wants(calls);
  }

  private static List<ToolSpec> usable(Asked asked, int mostWords) {
    return asked.tools().tools().stream()
        .filter(tool -> !tool.name().equals(CONCLUDE) && !tool.name().equals(Claim.REPORT))
        .filter(
            tool -> Words.of(tool).filter(words -> words.values().size() <= mostWords).isPresent())
        .toList();
  }
}
