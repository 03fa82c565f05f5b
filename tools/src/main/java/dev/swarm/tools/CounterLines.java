package dev.swarm.tools;

/**
 * Reads the kernel's two-line tables ({@code /proc/net/netstat}, {@code /proc/net/snmp}): a line of
 * names above a line of values, both beginning with the same {@code Table:}. Every counter becomes
 * a line {@code TableName value}, by the names that nstat(8) gives them.
 */
final class CounterLines {
  private CounterLines() {}

  static String of(String content) {
    var text = new StringBuilder();
    var names = new String[0];
    for (var line : content.lines().toList()) {
      var words = line.strip().split("\\s+");
      if (names.length == words.length && names[0].equals(words[0])) {
        counters(names, words, text);
        names = new String[0];
      } else {
        names = words;
      }
    }
    return text.toString();
  }

  private static void counters(String[] names, String[] values, StringBuilder text) {
    var table = names[0].endsWith(":") ? names[0].substring(0, names[0].length() - 1) : names[0];
    for (int column = 1; column < names.length; column++) {
      text.append(table).append(names[column]).append(' ').append(values[column]).append('\n');
    }
  }
}
