package dev.swarm.coordinator;

import dev.swarm.protocol.RunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Of how many of the nodes that match something is asked: {@code 5}, or {@code 10%} rounded up.
 *
 * @param text as somebody wrote it
 */
public record Limit(String text) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})(%?)");

  public Limit {
    var form = FORM.matcher(text);
    if (!form.matches() || (!form.group(2).isEmpty() && Integer.parseInt(form.group(1)) > 100)) {
      throw new IllegalArgumentException(
          "could not read the limit \""
              + text
              + "\": write a number such as 5, or a part such as 10%");
    }
  }

  /** How many of {@code matching} nodes that is. */
  int of(int matching) {
    boolean part = text.endsWith("%");
    int number = Integer.parseInt(part ? text.substring(0, text.length() - 1) : text);
    return part ? Math.ceilDiv(matching * number, 100) : Math.min(number, matching);
  }

  /** Draws the nodes by lot; the lot is the run's name, so that anybody can draw the same again. */
  List<String> choose(RunId run, Collection<String> matching) {
    var names = new ArrayList<>(matching.stream().sorted().toList());
    Collections.shuffle(names, new Random(run.value().hashCode()));
    return names.stream().limit(of(names.size())).sorted().toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
