package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.rows.Unit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          plain ~ plain
          {subject} is {share} full ~ /var is 90 % full
          {size} of {size|raw} ~ 1 kB of 1000
          {n|bytes} {n|percent} {n|seconds} ~ 7 B 7 % 7 s
          {name|bytes} ~ ext4
          {gone} and {n / zero} ~ ? and ?
          {{n}} {n} }}{{ ~ {n} 7 }{
          {{{n}}} ~ {7}
          {100 * used / size|percent} ~ 90 %
          {count(name = 'ext4')} of {count} ~ 1 of 1
          {n > 6} ~ yes
          {name + '}|'} ~ ext4}|
          {kind} ~ filesystem
          {made} {made|raw} ~ 2026-11-20 19:45 UTC 2026-11-20T19:45:00Z
          """)
  void blanks_are_filled(String template, String filled) {
    assertEquals(filled, Template.parse(template).fill(Here.SCOPE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          a } b ~ 3 ~ expected }} for a plain brace
          a {n ~ 3 ~ expected } for this brace
          ab {n +} ~ 8 ~ found the end
          ab {} ~ 5 ~ found the end
          {n|hex} ~ 4 ~ expected raw, bytes, percent or seconds, found hex
          """)
  void a_mistake_is_told_with_its_column(String template, int column, String message) {
    var thrown = assertThrows(ExpressionException.class, () -> Template.parse(template));
    assertEquals(column, thrown.column());
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
  }

  @Test
  void a_key_is_plain_so_that_what_differs_reads_differently() {
    var row = Here.with(Here.ROW, "pid", Here.number(46_600, Unit.NONE));
    var template = Template.parse("{pid} {name}");
    assertEquals("46,600 ext4", template.fill(Here.SCOPE.at(row)));
    assertEquals(Optional.of("46600 ext4"), template.key(Here.SCOPE.at(row)));
    assertEquals(Optional.empty(), Template.parse("{gone}").key(Here.SCOPE));
  }

  @Test
  void names_are_told() {
    assertEquals(Set.of("a", "b", "c"), Template.parse("{a} {sum(b)} x {c|raw}").names());
  }
}
