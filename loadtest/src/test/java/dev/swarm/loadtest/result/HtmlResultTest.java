package dev.swarm.loadtest.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlResultTest {
  private final String page =
      HtmlResult.of(Example.result("<script>alert('x')</script>", 2000, 10, 1));

  @Test
  void what_came_from_elsewhere_means_nothing_but_itself() {
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("node-<1>"), page);
    assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), page);
  }

  @Test
  void it_needs_nothing_from_anywhere() {
    assertFalse(Pattern.compile("(src|href)=|url\\(|@import|style=").matcher(page).find(), page);
    assertTrue(page.contains("default-src 'none'; style-src 'sha256-"), page);
  }

  @Test
  void it_has_four_plots_with_a_label_and_a_bar_for_each_task() {
    assertEquals(4, count("<svg "));
    assertEquals(4, count("role=\"img\" aria-label="));
    assertEquals(1, count("class=\"lost\""));
    assertTrue(page.contains("load-2: 1 tool calls, 1.00 s, failed"), page);
  }

  @Test
  void every_number_in_a_drawing_is_one() {
    assertFalse(page.contains("NaN") || page.contains("Infinity"), page);
  }

  private int count(String part) {
    return (int) Pattern.compile(part, Pattern.LITERAL).matcher(page).results().count();
  }
}
