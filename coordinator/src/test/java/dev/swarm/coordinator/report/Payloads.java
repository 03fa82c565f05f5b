package dev.swarm.coordinator.report;

import java.util.ArrayList;
import java.util.List;

/** What a hostile node, or a hostile file on an honest one, might want to be read as. */
final class Payloads {
  private Payloads() {}

  /** Markup, templates and links from the test resources, and what a text file cannot hold. */
  static List<String> all() {
    var all = new ArrayList<String>(Template.resource("payloads.txt").lines().toList());
    all.add("\u0000<script>\u0000alert(1)");
    all.add("\u001b[31mred\u001b[0m \u001b]0;title\u0007");
    all.add("\u001b[2J\u001b[H\u001bc");
    all.add("right\u202eto left\u202c \u2066isolate\u2069");
    all.add("zero\u200bwidth\ufeff\u00adsoft");
    all.add("line\u2028and\u2029paragraph\u0085next");
    all.add("lone \ud800 surrogate \udfff");
    all.add("not a character \ufffe \uffff");
    all.add("back\bspace\rreturn\fform\u000btab\t.");
    all.add("e\u0301\u0301\u0301\u0301 combining");
    all.add("漢字".repeat(40));
    all.add("x".repeat(400));
    return all;
  }
}
