package dev.swarm.tools.rows;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines by the named groups of the first pattern that is found in them. */
final class LinesReading {
  private final List<Pattern> patterns;
  private final List<List<String>> words;
  private final List<int[]> groups = new ArrayList<>();

  LinesReading(Grammar.Lines grammar, ReadFields fields) {
    this.patterns = grammar.patterns();
    this.words = patterns.stream().map(pattern -> Literals.of(pattern.pattern())).toList();
    for (Pattern pattern : patterns) {
      int[] numbers = new int[fields.size()];
      for (int place = 0; place < numbers.length; place++) {
        numbers[place] = pattern.namedGroups().getOrDefault(fields.key(place), 0);
      }
      groups.add(numbers);
    }
  }

  Found read(List<String> lines, int firstLine) {
    List<Draft> drafts = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      if (!line.isBlank()) {
        draft(line, firstLine + index).ifPresent(drafts::add);
      }
    }
    return new Found.Drafts(drafts);
  }

  private Optional<Draft> draft(String line, int number) {
    for (int index = 0; index < patterns.size(); index++) {
      Matcher matcher = patterns.get(index).matcher(line);
      if (Literals.permit(words.get(index), line) && matcher.find()) {
        return Optional.of(draft(matcher, groups.get(index), line, number));
      }
    }
    return Optional.empty();
  }

  private static Draft draft(Matcher matcher, int[] groups, String line, int number) {
    Draft draft = new Draft(groups.length, number);
    for (int place = 0; place < groups.length; place++) {
      int start = groups[place] == 0 ? -1 : matcher.start(groups[place]);
      if (start >= 0) {
        draft.set(place, line.substring(start, matcher.end(groups[place])));
      }
    }
    return draft;
  }
}
