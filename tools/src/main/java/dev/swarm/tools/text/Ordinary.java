package dev.swarm.tools.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that stand where a secret could stand, and are none: placeholders, states, paths. */
final class Ordinary {
  private static final int LONGEST = 64;

  private static final Set<String> WORDS =
      words(
          """
          null nil none n/a na undefined unset set empty blank hidden redacted masked removed
          secret password passwd token string bytes text file files compat db sss
          ldap nis nisplus winbind systemd dns user users username true false yes
          no on off ok okay enabled disabled enable disable required optional sufficient
          requisite include substack allowed denied deny permit accepted rejected refused
          revoked valid invalid expired expiring missing found unchanged changed
          updated reset locked unlocked error failed failure success successful
          successfully unknown unavailable unexpected unsupported incorrect wrong mismatch
          malformed bad too authentication auth login account session chauthtok check
          prompt interactive default auto manual never always not is was for
          from to the a an and or if in of with must should option options argument value
          values amd64 arm64 i386 armhf armel riscv64 ppc64el s390x all any noarch x86_64
          bearer basic digest negotiate kerberos jwt oauth oauth2 opaque plain plaintext
          started stopped starting stopping running active inactive generated created
          deleted rotated loaded loading received sent has will can cannot may been
          """);

  private static final String[] FOLDERS = {
    "etc/",
    "run/",
    "var/",
    "usr/",
    "home/",
    "opt/",
    "root/",
    "tmp/",
    "srv/",
    "proc/",
    "sys/",
    "dev/",
    "lib/",
    "mnt/",
    "snap/",
    "Users/",
    "Library/",
    "private/",
    "nix/"
  };

  private Ordinary() {}

  private static Set<String> words(String block) {
    return Arrays.stream(block.split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this stretch of the text is such a value. */
  static boolean is(String text, int start, int end) {
    int stop = end;
    while (stop > start && ".,;:)]}!".indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    return stop == start
        || isPlaceholder(text, start, stop)
        || isEnclosed(text, start, end)
        || isPath(text, start)
        || (stop - start <= LONGEST
            && WORDS.contains(text.substring(start, stop).toLowerCase(Locale.ROOT)));
  }

  private static boolean isPath(String text, int start) {
    if (text.charAt(start) == '~') {
      return text.startsWith("~/", start);
    }
    return text.charAt(start) == '/'
        && Arrays.stream(FOLDERS).anyMatch(folder -> text.startsWith(folder, start + 1));
  }

  /** {@code ***}, {@code xxxx}, {@code $NAME}, {@code %s}, {@code %NAME%}. */
  private static boolean isPlaceholder(String text, int start, int end) {
    char first = text.charAt(start);
    if ("*x.-#X?_•".indexOf(first) >= 0) {
      return isOnly(text, first, start, end);
    }
    if (first == '%') {
      boolean enclosed = text.charAt(end - 1) == '%' && isName(text, start + 1, end - 1);
      return end - start == 2 || enclosed;
    }
    return first == '$' && isName(text, start + 1, slash(text, start, end));
  }

  /**
   * <code>${NAME}</code>, <code>{{ name }}</code>, {@code $(command)}, {@code <name>}, {@code [x]}.
   */
  private static boolean isEnclosed(String text, int start, int end) {
    char last = text.charAt(end - 1);
    return switch (text.charAt(start)) {
      case '$' -> (text.startsWith("${", start) && last == '}') || text.startsWith("$(", start);
      case '{' -> text.startsWith("{{", start) && last == '}';
      case '<' -> last == '>';
      case '(' -> last == ')';
      case '[' -> last == ']';
      default -> false;
    };
  }

  /** The first slash, for {@code $dir/private/key.pem}. */
  private static int slash(String text, int start, int end) {
    int slash = text.substring(start, end).indexOf('/');
    return slash < 0 ? end : start + slash;
  }

  private static boolean isOnly(String text, char c, int start, int end) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) != c) {
        return false;
      }
    }
    return true;
  }

  /** All capitals or all small letters, as names of variables are. */
  private static boolean isName(String text, int start, int end) {
    boolean small = false;
    boolean capital = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (!Boundary.isWord(c)) {
        return false;
      }
      small |= Character.isLowerCase(c);
      capital |= Character.isUpperCase(c);
    }
    return end > start && small != capital && !Character.isDigit(text.charAt(start));
  }
}
