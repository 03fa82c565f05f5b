package dev.swarm.coordinator.report.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** Many names in few words: {@code web-[01-37,40], db-1}. */
public final class NodeNames {
  /** Fewer than this are easier to read one by one. */
  private static final int WORTH_IT = 3;

  private NodeNames() {}

  /** All of them. */
  public static String all(Collection<String> names) {
    return shortly(names, Integer.MAX_VALUE);
  }

  /**
   * At most {@code most} names or ranges of names, and how many more names there are: {@code web-1,
   * web-7 … (+34)}.
   */
  public static String shortly(Collection<String> names, int most) {
    var shown = new ArrayList<String>();
    int left = most;
    int told = 0;
    var all = new TreeSet<>(names);
    for (NameFamily family : families(all)) {
      var some = family.ranges().stream().limit(left).toList();
      if (some.isEmpty()) {
        break;
      }
      shown.add(family.text(some));
      left -= some.size();
      told += some.stream().mapToInt(range -> range.names().size()).sum();
    }
    var text = String.join(", ", shown);
    return told == all.size() ? text : text + " … (+" + number(all.size() - (long) told) + ")";
  }

  /** {@code 1,000}. */
  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** In the order of the first name of each. */
  private static Collection<NameFamily> families(Collection<String> names) {
    var padded = new TreeSet<String>();
    for (String name : names) {
      NumberedName.of(name)
          .filter(NumberedName::padded)
          .ifPresent(parts -> padded.add(kin(parts, 0)));
    }
    var members = new LinkedHashMap<String, List<String>>();
    for (String name : names) {
      var kin =
          NumberedName.of(name)
              .map(
                  parts -> kin(parts, padded.contains(kin(parts, 0)) ? parts.digits().length() : 0))
              .orElse(name);
      members.computeIfAbsent(kin, _ -> new ArrayList<>()).add(name);
    }
    return members.values().stream()
        .flatMap(kin ->
            kin.size() < WORTH_IT
                ? kin.stream().map(NameFamily::single)
                : java.util.stream.Stream.of(NameFamily.of(kin)))
        .toList();
  }

  /** What the names of a family have in common; padded numbers are of one length. */
  private static String kin(NumberedName parts, int digits) {
    return parts.before() + "\n" + digits + "\n" + parts.after();
  }

  /** Names of consecutive numbers, in their order. */
  record Range(List<String> names, String text) {}

  /** Names that differ in their number alone. */
  record NameFamily(String before, List<Range> ranges, String after) {
    static NameFamily single(String name) {
      return new NameFamily("", List.of(new Range(List.of(name), name)), "");
    }

    static NameFamily of(List<String> names) {
      var numbers = new TreeMap<Integer, NumberedName>();
      names.forEach(
          name -> NumberedName.of(name).ifPresent(parts -> numbers.put(parts.number(), parts)));
      var any = numbers.firstEntry().getValue();
      return new NameFamily(any.before(), ranges(List.copyOf(numbers.values())), any.after());
    }

    private static List<Range> ranges(List<NumberedName> numbers) {
      var ranges = new ArrayList<Range>();
      int from = 0;
      for (int at = 1; at <= numbers.size(); at++) {
        if (at == numbers.size() || numbers.get(at).number() != numbers.get(at - 1).number() + 1) {
          ranges.addAll(range(numbers.subList(from, at)));
          from = at;
        }
      }
      return ranges;
    }

    private static List<Range> range(List<NumberedName> run) {
      var digits = run.stream().map(NumberedName::digits).toList();
      return run.size() < WORTH_IT
          ? digits.stream().map(one -> new Range(List.of(one), one)).toList()
          : List.of(new Range(digits, digits.getFirst() + "-" + digits.getLast()));
    }

    String text(List<Range> some) {
      var inside = String.join(",", some.stream().map(Range::text).toList());
      boolean plain = some.size() == 1 && some.getFirst().names().size() == 1;
      return plain ? before + inside + after : before + "[" + inside + "]" + after;
    }
  }
}
