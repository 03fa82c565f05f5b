package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a finding is about, whatever the node: 16 hexadecimal digits of a SHA-256 over the check (or
 * the tool and field) and the normalised subject. No node, no pid, no number that changes.
 */
public record Fingerprint(@JsonValue String value) {
  @JsonCreator
  public Fingerprint {
    Text.require(value, "fingerprint");
  }

  /**
   * The fingerprint of {@code subject} under {@code check}.
   *
   * @param check a check id, or {@code tool/field} for what no check covers
   * @param subject as rendered; numbers that name a process are taken out
   */
  public static Fingerprint of(String check, String subject) {
    return new Fingerprint(Hashes.sha256(check + "\n" + normalised(subject)).substring(0, 16));
  }

  private static String normalised(String subject) {
    return subject
        .strip()
        .replaceAll("\\b(pid|process|job) \\d+", "$1 #")
        .replaceAll("\\[\\d+]", "[#]")
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
