package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Turn.Wish;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that does what a script says, turn after turn. Which turn is next follows from the
 * conversation that was sent ({@link Asked#step}) and from nothing else: any number of
 * conversations at once, in any order, get the same answers. After its last turn a script says its
 * last turn again.
 *
 * <p>In arguments and texts, {@code {{label TEXT}}} stands for the label of the first line in the
 * results so far that contains TEXT (a line reads {@code r3:12| text}), {@code {{line TEXT}}} for
 * that line without its label, and {@code {{match REGEX}}} for the first group of the first match
 * in them. What is not found becomes {@code r0:0}, or nothing.
 */
public final class Script implements Brain {
  private final List<Step> steps;

  private Script(List<Step> steps) {
    this.steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a script has at least one turn");
    }
  }

  /** Of these turns. */
  public static Script of(List<Step> steps) {
    return new Script(steps);
  }

  /** Begins an empty one. */
  public static Builder begin() {
    return new Builder();
  }

  /** A call. */
  public static Wish call(String tool, String arguments) {
    return new Wish(tool, arguments);
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public Turn turn(Asked asked) {
    int step = Math.min(asked.step(), steps.size() - 1);
    return steps.get(step).turn(asked);
  }

  /** Turn after turn. */
  public static final class Builder {
    private final List<Step> steps = new ArrayList<>();

    private Builder() {}

    /** One turn with these calls. */
    public Builder calls(Wish... calls) {
      return then(new Step.Calls("", List.of(calls)));
    }

    /** One turn with a call. */
    public Builder call(String tool, String arguments) {
      return calls(new Wish(tool, arguments));
    }

    /** One turn of plain prose. */
    public Builder says(String text) {
      return then(new Step.Says(text));
    }

    /**
     * One turn with calls of {@code count} of the tools that are offered, which need no arguments;
     * drawn by conversation and step.
     */
    public Builder picks(int count, long seed) {
      return then(new Step.Picks(count, seed));
    }

    /** One turn that reports these findings. */
    public Builder reports(Claim... findings) {
      return then(new Step.Reports(List.of(findings)));
    }

    /** One turn that concludes. */
    public Builder concludes(String summary) {
      return then(new Step.Concludes(summary));
    }

    /** One turn of any kind. */
    public Builder then(Step step) {
      steps.add(step);
      return this;
    }

    public Script end() {
      return new Script(steps);
    }
  }
}
