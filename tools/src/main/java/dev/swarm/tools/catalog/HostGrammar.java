package dev.swarm.tools.catalog;

import java.util.regex.Pattern;

/**
 * The grammar of host arguments: an RFC 1123 name (underscores allowed, as service records have
 * them), a dotted IPv4 address, or an IPv6 address without brackets or zone.
 *
 * <p>A name whose last label is a number is refused, for the C library reads {@code 127.1} and
 * {@code 0x7f.1} as addresses (inet_aton(3)) where a person reads a name.
 */
final class HostGrammar {
  private static final int LONGEST_NAME = 253;
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9A-Fa-f]*");
  private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private HostGrammar() {}

  static boolean holds(String value) {
    return value.indexOf(':') >= 0 ? ipv6(value) : ipv4(value) || name(value);
  }

  private static boolean name(String value) {
    if (value.length() > LONGEST_NAME) {
      return false;
    }
    var bare = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    var labels = bare.split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return !NUMBER.matcher(labels[labels.length - 1]).matches();
  }

  private static boolean ipv4(String value) {
    var octets = value.split("\\.", -1);
    for (var octet : octets) {
      if (!OCTET.matcher(octet).matches()) {
        return false;
      }
    }
    return octets.length == 4;
  }

  /** RFC 4291, section 2.2: eight groups, or fewer with one {@code ::}; IPv4 at the end is two. */
  private static boolean ipv6(String value) {
    int gap = value.indexOf("::");
    if (gap < 0) {
      return groups(value, true) == 8;
    }
    int before = groups(value.substring(0, gap), false);
    int after = groups(value.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many groups these are; -1 where one is none. */
  private static int groups(String value, boolean last) {
    if (value.isEmpty()) {
      return 0;
    }
    var groups = value.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      if (GROUP.matcher(groups[i]).matches()) {
        count++;
      } else if (last && i == groups.length - 1 && ipv4(groups[i])) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }
}
