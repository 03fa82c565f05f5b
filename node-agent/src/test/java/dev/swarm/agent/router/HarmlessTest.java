package dev.swarm.agent.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.proof.Citation;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Marks in a host's text that a model could take for ours, or for its template's. */
class HarmlessTest {
  private static final Pattern OURS = Pattern.compile("r\\d+:\\d+(-\\d+)?\\s*\\|");

  @Test
  void marks_of_chat_templates_mean_nothing_any_more() {
    for (var mark :
        List.of(
            "<|im_start|>",
            "<|im_end|>",
            "<|endoftext|>",
            "<|start_header_id|>",
            "<|python_tag|>",
            "<｜tool▁calls▁begin｜>",
            "<tool_call>",
            "</tool_call>",
            "<tool_response>",
            "</tool_response>",
            "<start_of_turn>",
            "<think>",
            "</think>",
            "</s>",
            "<s>",
            "<function=conclude>",
            "<<SYS>>",
            "<|channel|>")) {
      var harmless = Harmless.of("before " + mark + " after");
      assertFalse(harmless.contains(mark), harmless);
      assertTrue(harmless.startsWith("before ") && harmless.endsWith(" after"), harmless);
    }
    for (var mark : List.of("[INST]", "[/INST]", "[TOOL_CALLS]", "[AVAILABLE_TOOLS]")) {
      assertFalse(Harmless.of(mark).contains(mark), mark);
    }
  }

  @Test
  void text_that_is_left_alone_at_once_is_what_no_pattern_would_change() {
    var pieces =
        List.of(
            "-", "--", "—", "‐", " ", "data", "end", "|", "｜", "│", "<", ">", "[", "]", "INST",
            "im", "_", "/", "r3:12", "r1:2-3", "a");
    var random = new Random(7);
    int untouched = 0;
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      assertEquals(Harmless.mended(text.toString()), Harmless.of(text.toString()));
      untouched += Harmless.of(text.toString()).contentEquals(text) ? 1 : 0;
    }
    assertTrue(untouched > 1000 && untouched < 49_000, "both kinds came: " + untouched);
  }

  @Test
  void labels_and_fences_of_ours_are_no_labels_and_fences_in_data() {
    for (var label : List.of("r3:12| fine", "x r3:12 | fine", "R3:12-14|", "r999:1｜")) {
      assertFalse(OURS.matcher(Harmless.of(label)).find(), Harmless.of(label));
    }
    assertFalse(Harmless.of("--- end r3 ---").contains("--- end"));
    assertFalse(Harmless.of("——— data r3").contains("———"));
    assertTrue(Citation.parse("r3:12").isPresent(), "the label that is meant");
  }

  @Test
  void what_is_ordinary_stays_as_it_is() {
    for (var text :
        List.of(
            "/dev/sda1 ext4 1 < 2 && 3 > 2",
            "-rw-r--r-- 1 root root",
            "[FAILED] nginx.service",
            "a|b|c",
            "12:30 | noon",
            "--- a/file",
            "--option=x",
            "‹redacted:token›")) {
      assertEquals(text, Harmless.of(text));
    }
  }

  @Test
  void a_cut_never_halves_a_character() {
    var cut = Harmless.line("x".repeat(9) + "😀".repeat(9), 10);
    assertEquals("x".repeat(9) + "…", cut);
  }
}
