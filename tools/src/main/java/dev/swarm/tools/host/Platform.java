package dev.swarm.tools.host;

/** The operating systems that have tools. */
public enum Platform {
  LINUX,
  MACOS;

  /** The name used in YAML and JSON. */
  public String id() {
    return switch (this) {
      case LINUX -> "linux";
      case MACOS -> "macos";
    };
  }
}
