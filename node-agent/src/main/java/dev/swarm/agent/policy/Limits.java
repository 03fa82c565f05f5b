package dev.swarm.agent.policy;

import dev.swarm.protocol.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The most that one subtask may spend here, whoever asks. */
public record Limits(int turns, int toolCalls, long tokens, Duration time) {
  /** More than anybody asks for. */
  public static final Limits NONE =
      new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(365));

  public Limits {
    if (turns < 1 || toolCalls < 0 || tokens < 0 || time.toMillis() < 1) {
      throw new IllegalArgumentException(
          "a subtask may take at least a turn and a millisecond, and nothing negative");
    }
  }

  /**
   * A budget within the limits.
   *
   * @param said which keys of the policy cut it, and to what; empty if none did
   */
  public record Cut(Budget budget, String said) {}

  Cut of(Budget asked) {
    var cuts = new ArrayList<String>();
    int fewerTurns = (int) least(cuts, "most-turns", asked.turns(), turns);
    int fewerCalls = (int) least(cuts, "most-tool-calls", asked.toolCalls(), toolCalls);
    long fewerTokens = least(cuts, "most-tokens", asked.tokens(), tokens);
    var lessTime = asked.time().compareTo(time) <= 0 ? asked.time() : time;
    if (!lessTime.equals(asked.time())) {
      cuts.add("most-time: " + time.toMillis() / 1000.0 + " s");
    }
    var left = new Budget(fewerTurns, fewerCalls, fewerTokens, lessTime, asked.outputBytes());
    return new Cut(left, cuts.isEmpty() ? "" : "cut by this node's policy to " + words(cuts));
  }

  private static long least(List<String> cuts, String key, long asked, long most) {
    if (asked > most) {
      cuts.add(key + ": " + most);
    }
    return Math.min(asked, most);
  }

  private static String words(List<String> cuts) {
    return String.join(", ", cuts);
  }
}
