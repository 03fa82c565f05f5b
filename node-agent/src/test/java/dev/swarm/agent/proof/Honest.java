package dev.swarm.agent.proof;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A claim that is so, as a model phrases it.
 *
 * @param titles of the findings that must come of it
 * @param kept whether the sentence is shown as it stands
 */
record Honest(Claim claim, List<String> titles, boolean kept) {
  static Honest of(String subject, String sentence, String... cited) {
    return new Honest(Claim.of(List.of(cited), subject, sentence), List.of(), !sentence.isBlank());
  }

  Honest on(String field, String value) {
    return new Honest(claim.on(field).saying(value), titles, kept);
  }

  Honest saying(String value) {
    return new Honest(claim.saying(value), titles, kept);
  }

  Honest on(String field) {
    return new Honest(claim.on(field), titles, kept);
  }

  Honest under(String check) {
    return new Honest(claim.under(new CheckId(check)), titles, kept);
  }

  Honest quoting(String words) {
    return new Honest(claim.quoting(words), titles, kept);
  }

  Honest called(Severity severity) {
    return new Honest(claim.called(severity), titles, kept);
  }

  Honest shows(String... all) {
    return new Honest(claim, List.of(all), kept);
  }

  @Override
  public String toString() {
    return claim.subject()
        + ": "
        + claim.sentence()
        + claim.field().map(field -> " " + field).orElse("")
        + claim.value().map(value -> "=" + value).orElse("")
        + " "
        + claim.cited()
        + Optional.of(claim.quote().orElse("")).get();
  }
}
