package dev.swarm.browser;

import java.util.List;

/** Puts words into the mouths of invented nodes: the ones they would use, or hostile ones. */
@FunctionalInterface
interface Words {
  /** What node or unit number {@code index} says instead of {@code usual}. */
  String of(int index, String usual);

  Words USUAL = (_, usual) -> usual;

  /** Every word is an attack, and bears its number so that it can be found again. */
  Words HOSTILE = (index, usual) -> payload(index) + " " + usual;

  int PAYLOADS = 500;

  List<String> ATTACKS =
      List.of(
          "<script>%s</script>",
          "<img src=x onerror=%s>",
          "<svg onload=%s>",
          "\"><script>%s</script>",
          "'><img src=x onerror=%s>",
          "</title><script>%s</script>",
          "</textarea><svg/onload=%s>",
          "<iframe srcdoc='<script>parent.%s</script>'></iframe>",
          "<a href='javascript:%s'>x</a>",
          "javascript:%s",
          "<details open ontoggle=%s>",
          "<input autofocus onfocus=%s>",
          "<body onload=%s>",
          "<style>@import 'data:text/css,*{display:none}';</style><b onclick=%s>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=%s>",
          "{{constructor.constructor('%s')()}}",
          "${%s}",
          "<!--><script>%s</script>-->",
          "<base href='https://example.invalid/'><b onclick=%s>",
          "<object data='data:text/html,<script>%s</script>'></object>",
          "<template><script>%s</script></template>",
          "<link rel=stylesheet href='https://example.invalid/x.css' onerror=%s>",
          "<meta http-equiv=refresh content='0;url=javascript:%s'>",
          "<marquee onstart=%s>",
          "<button popovertarget=x onclick=%s>");

  List<String> DISGUISES =
      List.of(
          "",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u0000",
          "\u001b[31m",
          "\u001b]0;x\u0007",
          "\r",
          "\n",
          "\u2028",
          "\ufeff",
          "\u00ad",
          "\u061c",
          "\u200d",
          "\b\b\b",
          "\u007f",
          "\ue000",
          "\u3164",
          "a\u0301\u0301\u0301\u0301",
          "\u05d0\u05d1");

  static String payload(int index) {
    int number = Math.floorMod(index, PAYLOADS);
    String attack = ATTACKS.get(number % ATTACKS.size()).formatted("window.ran=" + number);
    return "[p" + number + "]" + DISGUISES.get(number / ATTACKS.size()) + attack;
  }

  /** As the dashboard has to show it: what is invisible written out. */
  static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints().forEach(point -> shown.append(shown(point)));
    return shown.toString();
  }

  private static String shown(int point) {
    boolean hidden =
        point == 0x3164
            || switch (Character.getType(point)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.SURROGATE,
                  Character.PRIVATE_USE,
                  Character.UNASSIGNED,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR ->
                  true;
              default -> false;
            };
    return hidden ? "\\u{" + Integer.toHexString(point) + "}" : Character.toString(point);
  }
}
