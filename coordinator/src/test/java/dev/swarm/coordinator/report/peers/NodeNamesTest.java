package dev.swarm.coordinator.report.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NodeNamesTest {
  @Test
  void two_are_named_one_by_one() {
    assertEquals("web-01, web-02", NodeNames.all(List.of("web-02", "web-01")));
  }

  @Test
  void consecutive_numbers_are_a_range() {
    assertEquals("web-[01-37]", NodeNames.all(numbered("web-%02d", 1, 37)));
    assertEquals("web-[8-12]", NodeNames.all(numbered("web-%d", 8, 12)));
  }

  @Test
  void gaps_and_families_stay_apart() {
    assertEquals(
        "db-1, web-[1,2,4-6]",
        NodeNames.all(List.of("web-1", "web-2", "web-4", "web-5", "web-6", "db-1")));
  }

  @Test
  void a_number_that_is_padded_is_another_than_one_that_is_not() {
    assertEquals(
        "web-[01-03], web-1", NodeNames.all(List.of("web-1", "web-01", "web-02", "web-03")));
  }

  @Test
  void the_number_is_the_hosts_own_not_its_domains() {
    assertEquals(
        "web-[1-3].dc2.example.org", NodeNames.all(numbered("web-%d.dc2.example.org", 1, 3)));
  }

  @Test
  void addresses_differ_in_their_last_number() {
    assertEquals("10.0.0.[1-3]", NodeNames.all(numbered("10.0.0.%d", 1, 3)));
  }

  @Test
  void names_without_numbers_are_named() {
    assertEquals("atlas, hermes, zeus", NodeNames.all(List.of("zeus", "atlas", "hermes")));
  }

  @Test
  void what_is_left_out_is_counted() {
    assertEquals("a1, b1 … (+2)", NodeNames.shortly(List.of("a1", "b1", "c1", "d1"), 2));
    var odd = IntStream.range(0, 500).mapToObj(i -> "web-" + (2 * i + 1)).toList();
    assertEquals("web-[1,3,5] … (+497)", NodeNames.shortly(odd, 3));
    assertEquals("web-[1-3] … (+1)", NodeNames.shortly(List.of("web-1", "web-2", "web-3", "x"), 1));
  }

  @Test
  void every_name_is_told_or_counted_whatever_they_are() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      var names = new TreeSet<String>();
      for (int each = random.nextInt(40); each >= 0; each--) {
        names.add("n" + "0".repeat(random.nextInt(3)) + random.nextInt(30) + suffix(random));
      }
      assertEquals(names, expanded(NodeNames.all(names)), names.toString());
    }
  }

  private static String suffix(Random random) {
    return random.nextBoolean() ? "" : ".x";
  }

  /** Reads the notation back. */
  private static Set<String> expanded(String text) {
    var names = new TreeSet<String>();
    for (String piece : text.split(", ")) {
      int open = piece.indexOf('[');
      if (open < 0) {
        names.add(piece);
        continue;
      }
      int close = piece.indexOf(']');
      for (String range : piece.substring(open + 1, close).split(",")) {
        var ends = range.split("-");
        int digits = ends[0].startsWith("0") ? ends[0].length() : 0;
        boolean padded = digits > 0 || ends[ends.length - 1].startsWith("0");
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
          var number = padded ? ("%0" + ends[0].length() + "d").formatted(i) : Integer.toString(i);
          names.add(piece.substring(0, open) + number + piece.substring(close + 1));
        }
      }
    }
    return names;
  }

  private static List<String> numbered(String form, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(form::formatted).toList();
  }
}
