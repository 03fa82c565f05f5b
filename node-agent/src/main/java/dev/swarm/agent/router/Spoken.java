package dev.swarm.agent.router;

import dev.swarm.agent.proof.Claim;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The fallback where a model only talks: each line of its prose that names labels is a claim on
 * those lines, and has to hold like any other.
 */
final class Spoken {
  private static final Pattern LABEL =
      Pattern.compile("\\b(r[0-9]{1,5}:[0-9]{1,7}(?:-[0-9]{1,7})?)\\b\\|?");
  private static final int MOST = 10;
  private static final int LONGEST = 600;

  private Spoken() {}

  static List<Claim> claims(String prose) {
    return prose
        .lines()
        .filter(line -> LABEL.matcher(line).find())
        .limit(MOST)
        .map(Spoken::claim)
        .toList();
  }

  private static Claim claim(String line) {
    var labels = LABEL.matcher(line).results().map(match -> match.group(1)).toList();
    var words = LABEL.matcher(line).replaceAll("").replaceAll("[\\[\\]()*`]", "").strip();
    return Claim.of(labels, "", words.length() <= LONGEST ? words : words.substring(0, LONGEST));
  }
}
