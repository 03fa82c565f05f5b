package dev.swarm.tools.text;

import java.util.List;
import java.util.Objects;

/** Text that has been through {@link Sanitizer}; the only way to make one. */
public final class SafeText {
  public static final SafeText EMPTY = new SafeText("");

  private final String value;

  SafeText(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }

  /** Its lines without line ends; a final line end makes no empty last line. */
  public List<String> lines() {
    return value.lines().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeText text && text.value.equals(value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
