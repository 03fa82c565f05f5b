package dev.swarm.tools.catalog;

import dev.swarm.tools.text.Invisible;
import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of each parameter type: what a value may be, and the rule it breaks if it is not. */
final class ArgumentGrammar {
  private static final int LONGEST = 1024;
  private static final int BRAILLE_BLANK = 0x2800;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,127}");
  private static final Pattern UNIT =
      Pattern.compile(
          "[A-Za-z0-9:_.@\\\\-]{1,250}\\.(service|socket|target|timer|mount|automount|swap|path"
              + "|slice|scope|device)");
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})([smhd])");
  private static final Pattern ENDPOINT =
      Pattern.compile("([^:\\[\\]]+|\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]):([1-9][0-9]{0,4})");

  private ArgumentGrammar() {}

  /** What is wrong with {@code value}; empty if it holds. */
  static Optional<Arguments.Invalid> broken(Parameter parameter, String value) {
    return common(parameter, value).or(() -> typed(parameter, value));
  }

  private static Optional<Arguments.Invalid> common(Parameter parameter, String value) {
    if (value.replace(" ", "").isEmpty()) {
      return invalid("argument.empty", parameter, "is empty");
    }
    if (value.length() > LONGEST) {
      return invalid("argument.length", parameter, "has more than 1,024 characters");
    }
    if (value.codePoints().anyMatch(ArgumentGrammar::unprintable)) {
      return invalid("argument.control", parameter, "holds a control or invisible character");
    }
    if (value.startsWith("-") && parameter.type() != Parameter.Type.INTEGER) {
      return invalid("argument.option", parameter, "begins with '-', as an option would");
    }
    if (value.startsWith("+")) {
      return invalid("argument.option", parameter, "begins with '+', as an option would");
    }
    if (value.startsWith("@")) {
      return invalid("argument.file-list", parameter, "begins with '@', as a list file would");
    }
    return Optional.empty();
  }

  private static Optional<Arguments.Invalid> typed(Parameter parameter, String value) {
    return switch (parameter.type()) {
      case PATH -> PathGrammar.broken(parameter, value);
      case NAME -> match(NAME, "argument.name", parameter, value, "letters, digits and . _ + -");
      case UNIT -> match(UNIT, "argument.unit", parameter, value, "a systemd unit with its suffix");
      case HOST -> host(parameter, value);
      case ENDPOINT -> endpoint(parameter, value);
      case INTEGER -> integer(parameter, value);
      case DURATION -> duration(parameter, value);
      case PATTERN -> Optional.empty();
      case CHOICE ->
          parameter.choices().contains(value)
              ? Optional.empty()
              : invalid(
                  "argument.choice",
                  parameter,
                  "is not one of " + String.join(", ", parameter.choices()));
    };
  }

  private static Optional<Arguments.Invalid> host(Parameter parameter, String value) {
    return HostGrammar.holds(value)
        ? Optional.empty()
        : invalid("argument.host", parameter, "is neither a host name nor an IP address");
  }

  /** {@code name:port}, {@code 192.0.2.1:443} or {@code [2001:db8::1]:443}. */
  private static Optional<Arguments.Invalid> endpoint(Parameter parameter, String value) {
    var matcher = ENDPOINT.matcher(value);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
      return invalid("argument.endpoint", parameter, "is no HOST:PORT");
    }
    var host = matcher.group(1);
    return host(parameter, host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
  }

  private static Optional<Arguments.Invalid> integer(Parameter parameter, String value) {
    if (!INTEGER.matcher(value).matches()) {
      return invalid("argument.integer", parameter, "is no whole number");
    }
    return range(parameter, Long.parseLong(value));
  }

  private static Optional<Arguments.Invalid> duration(Parameter parameter, String value) {
    var matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      return invalid("argument.duration", parameter, "is no duration such as 30m, 24h or 7d");
    }
    long seconds =
        switch (matcher.group(2)) {
          case "s" -> 1L;
          case "m" -> 60L;
          case "h" -> 3600L;
          default -> 86_400L;
        };
    return range(parameter, Long.parseLong(matcher.group(1)) * seconds);
  }

  private static Optional<Arguments.Invalid> range(Parameter parameter, long number) {
    if (parameter.least().filter(least -> number < least).isPresent()) {
      return invalid("argument.range", parameter, "is below " + parameter.least().get());
    }
    if (parameter.most().filter(most -> number > most).isPresent()) {
      return invalid("argument.range", parameter, "is above " + parameter.most().get());
    }
    return Optional.empty();
  }

  private static Optional<Arguments.Invalid> match(
      Pattern pattern, String rule, Parameter parameter, String value, String expected) {
    return pattern.matcher(value).matches()
        ? Optional.empty()
        : invalid(rule, parameter, "is not " + expected);
  }

  static Optional<Arguments.Invalid> invalid(String rule, Parameter parameter, String what) {
    return Optional.of(new Arguments.Invalid(rule, "'" + parameter.name() + "' " + what));
  }

  /** What is not seen, or looks like a plain space and is none, or is no character yet. */
  private static boolean unprintable(int codePoint) {
    return Invisible.is(codePoint)
        || codePoint == BRAILLE_BLANK
        || switch (Character.getType(codePoint)) {
          case Character.FORMAT, Character.UNASSIGNED -> true;
          case Character.SPACE_SEPARATOR -> codePoint != ' ';
          default -> false;
        };
  }
}
