package dev.swarm.coordinator.report;

/** Colours of a terminal. What a colour says, a word or symbol says too. */
public enum Style {
  /** No escape sequence at all. */
  PLAIN,
  /** The terminal's own sixteen colours, so that it reads well in light and dark. */
  ANSI;

  /** What a piece of text is. */
  enum Role {
    TITLE("1"),
    CRITICAL("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    GOOD("32"),
    FRESH("1;35"),
    QUIET("2"),
    COMMAND("36");

    private final String code;

    Role(String code) {
      this.code = code;
    }
  }

  String paint(Role role, String text) {
    return switch (this) {
      case PLAIN -> text;
      case ANSI -> text.isEmpty() ? text : "\u001b[" + role.code + "m" + text + "\u001b[0m";
    };
  }
}
