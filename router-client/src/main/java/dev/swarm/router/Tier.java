package dev.swarm.router;

import java.util.Locale;

/** What kind of model an endpoint serves. */
public enum Tier {
  /** One's own, on one's own machines; costs nothing but time. */
  LOCAL,
  /** A stronger one, asked only with a permit. */
  FRONTIER;

  /** The name in YAML and in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
