package dev.swarm.tools.attack;

import dev.swarm.tools.catalog.Parameter.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is tried on parameters: some on those of every type, some on those of one. */
final class Attacks {
  private static final List<String> OPTIONS =
      List.of(
          "-x",
          "-",
          "--",
          "-rf",
          "-i/etc/shadow",
          "--output=/tmp/x",
          "--outp=/tmp/x",
          "--out",
          "--files-from=/etc/shadow",
          "--files0-from=/etc/shadow",
          "--file=/etc/shadow",
          "-f",
          "-exec",
          "-delete",
          "-fprintf",
          "--help",
          "--version",
          "--pager=id",
          "--root=/tmp",
          "--checkpoint-action=exec=id",
          "-oProxyCommand=id",
          "-o ProxyCommand=id",
          "-.mount",
          "--vacuum-size=1",
          "--rotate",
          "--cursor-file=/etc/passwd",
          "--host=evil",
          "-H evil");

  /** Not seen, or seen as another character than they are. */
  private static final List<String> UNSEEN =
      List.of(
          "a\nb",
          "\n",
          "/var\n/etc/shadow",
          "a\rb",
          "a\tb",
          "a\0b",
          "/etc/passwd\0.log",
          "a\u001b[2Jb",
          "a\u007fb",
          "a\u0085b",
          "a\u2028b",
          "a\u2029b",
          "/var/\u202egol",
          "a\u2066b\u2069",
          "a\u200bb",
          "a\u200db",
          "a\u2060b",
          "\ufeffa",
          "a\u00adb",
          "a" + tag("rm"),
          "a\ufe0fb",
          "a\u3164b",
          "a\u115fb",
          "a\u034fb",
          "a\u2800b",
          "a\u00a0b",
          "a\u3000b",
          "a\u2003b",
          "a\ud800b",
          "a\udc00",
          "a\ue000b",
          "a\u0378b",
          "a\uffffb",
          "a\u180eb");

  /** What a shell, an environment or a parser of another kind would act upon. */
  private static final List<String> SHELL =
      List.of(
          "$(id)",
          "`id`",
          "${IFS}",
          "$HOME",
          "a;id",
          "a|id",
          "a&&id",
          "a&",
          "a>b",
          "<(id)",
          "a b",
          "LD_PRELOAD=/tmp/x.so",
          "PAGER=id",
          "A=B",
          "~root",
          "~",
          "file:///etc/shadow",
          "http://169.254.169.254/",
          "\\\\unc\\share",
          "C:\\Windows",
          "%n%n%n",
          "%2e%2e%2f",
          "*",
          "?",
          "[a-z]",
          "{a,b}",
          "'a'",
          "\"a\"",
          "!!",
          "#a",
          "../x",
          "..",
          "a/../b",
          "./a",
          "/etc/shadow",
          "/proc/self/environ",
          "/dev/tcp/evil/80",
          "{path}",
          "{{name}}",
          "\u2013x",
          "\u2212x",
          "\uff0detc",
          "\uff0fetc\uff0fshadow",
          "\u0663",
          "\u0430bc");

  private Attacks() {}

  /** Every attack on a parameter of {@code type}. */
  static List<Attack> on(Type type) {
    var all = new ArrayList<Attack>();
    add(all, "argument.empty", "", " ", "   ");
    add(all, "argument.length", "a".repeat(1025), "/" + "a/".repeat(600) + "a", "9".repeat(4096));
    add(all, "argument.control", UNSEEN);
    add(all, type == Type.INTEGER ? "argument.integer" : "argument.option", OPTIONS);
    add(all, "argument.option", "+x", "+%s", "+1d", "+");
    add(all, "argument.file-list", "@/etc/shadow", "@x", "@");
    if (type == Type.PATH) {
      PathAttacks.all().forEach(all::add);
    } else if (type != Type.PATTERN) {
      add(all, rule(type), SHELL);
      special(type).forEach(all::add);
    }
    return all;
  }

  private static String rule(Type type) {
    return "argument." + type.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Stream<Attack> special(Type type) {
    return switch (type) {
      case PATH, PATTERN -> Stream.of();
      case NAME -> attacks(type, "name:tag", "a/b", ".hidden", "_a", "a,b", "a@b", "n".repeat(129));
      case UNIT ->
          attacks(
              type,
              "../x.service",
              "nginx",
              "nginx.conf",
              "a/b.service",
              "nginx.service.",
              ".service.",
              "nginx.service nginx.socket",
              "nginx.SERVICE",
              "*.service",
              "nginx.service;id",
              "multi-user.target,rescue.target",
              "u".repeat(300) + ".service");
      case HOST ->
          attacks(
              type,
              "a..b",
              ".a",
              "[::1]",
              "::1%eth0",
              "1.2.3.4.5",
              "1.2.3",
              "127.1",
              "256.1.1.1",
              "010.0.0.1",
              "01.2.3.4",
              "2130706433",
              "0x7f000001",
              "0x7f.1",
              "a.0x1",
              "a.1",
              "a:80",
              "abcd:80",
              ":::",
              "1:2:3:4:5:6:7:8:9",
              "1::2::3",
              "::1.2.3.4.5",
              "12345::",
              "user@host",
              "a-.b",
              "-a.b".substring(1) + "-",
              "a".repeat(64) + ".b",
              "a.".repeat(130) + "b",
              "1.2.3.4/24",
              "b\u00fccher.example",
              "xn--",
              "evil.com:22,good.com");
      case ENDPOINT ->
          Stream.concat(
              attacks(
                  type,
                  "a",
                  "a:",
                  ":443",
                  "a:0",
                  "a:65536",
                  "a:99999",
                  "a:443:1",
                  "a:-1",
                  "a:+1",
                  "a:0443",
                  "a:1e3",
                  "a: 443",
                  "a:443 ",
                  "a:\u0664",
                  "a:https",
                  "::1:443",
                  "::1",
                  "[::1]",
                  "[::1]:",
                  "[a]:443",
                  "[abcd]:443",
                  "[::1%eth0]:443",
                  "[[::1]]:443",
                  "https://a:443",
                  "a:443/x",
                  "a:443 -x"),
              Stream.of(
                      "a..b:443",
                      "0x7f.1:443",
                      "2130706433:443",
                      "1.2.3:443",
                      "[:::]:443",
                      "a b:443",
                      "user@a:443",
                      "$(id):443",
                      "../x:443",
                      "a/b:443",
                      "b\u00fc:443",
                      "*:443")
                  .map(value -> new Attack(value, "argument.host")));
      case INTEGER ->
          Stream.concat(
              attacks(
                  type,
                  "1e9",
                  "0x10",
                  "-0",
                  "00",
                  "01",
                  "1.0",
                  "1,000",
                  "1_000",
                  "12a",
                  " 1",
                  "1 ",
                  "NaN",
                  "Infinity",
                  "null",
                  "true",
                  "9223372036854775808",
                  "99999999999999999999",
                  "\u0661\u0662",
                  "\uff11",
                  "\u2460",
                  "\u00b2",
                  "1;id",
                  "1-2",
                  "--1"),
              Stream.of("-1", "-9", "0", "999999999999999999")
                  .map(value -> new Attack(value, "argument.range")));
      case DURATION ->
          Stream.concat(
              attacks(
                  type,
                  "1",
                  "s",
                  "0s",
                  "00s",
                  "1w",
                  "1y",
                  "1.5h",
                  "1h30m",
                  "1 h",
                  "\u0661h",
                  "1H",
                  "9999999999s",
                  "yesterday",
                  "2026-01-01",
                  "1hour",
                  "now",
                  "1h ago"),
              Stream.of("99999999d", "999999999d", "1s").map(v -> new Attack(v, "argument.range")));
      case CHOICE ->
          attacks(
              type,
              "null",
              "none",
              "ERR",
              "Err",
              "err ",
              " err",
              "er",
              "errr",
              "err,info",
              "3",
              "0..7",
              "undefined",
              "true",
              "\u0435rr");
    };
  }

  private static Stream<Attack> attacks(Type type, String... values) {
    return Stream.of(values).map(value -> new Attack(value, rule(type)));
  }

  private static void add(List<Attack> all, String rule, String... values) {
    add(all, rule, List.of(values));
  }

  private static void add(List<Attack> all, String rule, List<String> values) {
    values.forEach(value -> all.add(new Attack(value, rule)));
  }

  /** The text in Unicode's invisible tag characters. */
  private static String tag(String text) {
    var tags = new StringBuilder();
    text.chars().forEach(c -> tags.appendCodePoint(0xE0000 + c));
    return tags.toString();
  }
}
