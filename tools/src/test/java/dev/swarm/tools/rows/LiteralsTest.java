package dev.swarm.tools.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
  private static final List<String> PIECES =
      List.of(
          "ab",
          "cd",
          "xyz",
          "a",
          ".",
          "\\d+",
          "\\S",
          "[a-c]",
          "[^x]*",
          "(ab|cd)",
          "(?:xy)?",
          "(?<n>b+)",
          "c{2}",
          "\\.",
          " ",
          "a*",
          "b?",
          "(ab){0,2}",
          "x+?",
          "^",
          "$",
          "|",
          "(?:a|bcd)",
          "\\bcd");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^(?<name>\\S+): (?<value>\\d+)$; [: ]",
        "EXT4-fs error \\(device; [EXT4-fs error (device]",
        "(?:I/O error|EXT4-fs); [I/O error, EXT4-fs]",
        "(?:I/O error|.*); []",
        "a?b; []",
        "(?i)error; []",
        "oom-kill|Out of memory; [oom-kill, Out of memory]",
        "^\\d+ (?<pid>[0-9]+)(?: killed)? process; [ process]",
        "[]x]abc; [abc]",
        "\\x41bcd; []",
      })
  void names_words_of_which_a_match_holds_one(String pattern, String words) {
    assertEquals(words.strip(), Literals.of(pattern.strip()).toString());
  }

  @Test
  void never_refuses_a_line_that_the_pattern_matches() {
    var random = new Random(7);
    int matched = 0;
    for (int round = 0; round < 40_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      Pattern pattern;
      try {
        pattern = Pattern.compile(text.toString());
      } catch (com.google.re2j.PatternSyntaxException _) {
        continue;
      }
      var line = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        line.append("abcdxyz1 .".charAt(random.nextInt(10)));
      }
      if (pattern.matcher(line).find()) {
        matched++;
        assertTrue(
            Literals.permit(Literals.of(text.toString()), line.toString()), text + " on " + line);
      }
    }
    assertTrue(matched > 1_000, "only " + matched + " lines matched");
  }
}
