package dev.swarm.agent.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.investigation.Look;
import dev.swarm.agent.proof.Citation;
import dev.swarm.protocol.CallId;
import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.Toolbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tool's result as a model sees it. */
class SheetTest {
  private static Look look(Machine machine, String tool) {
    var call = new ToolCall(tool, Map.of(), ToolCall.Caller.MODEL);
    var result = new Toolbox(machine, Bench.CATALOG, new Guard(true, false, Set.of())).run(call);
    return new Look(new CallId("r3"), call, result);
  }

  private static Sheet sheet(Look look) {
    return new Sheet(look, Bounds.STANDARD.resultChars());
  }

  private static Machine wordy() {
    var rows = new StringBuilder("Filesystem Type\n");
    for (int i = 0; i < 300; i++) {
      rows.append("/dev/mapper/vg-volume--" + i + " ext4 100000000000 60000000000 40000000000")
          .append(" 1000000 100000 900000 /srv/volume-" + i + "\n");
    }
    return Machine.troubled().prints(Machine.DF, rows.toString());
  }

  @Test
  void rows_come_first_each_under_a_label_of_its_line() {
    var look = look(Machine.troubled(), "filesystems");
    var page = sheet(look).first();
    var line =
        page.lines().filter(one -> one.contains("filesystem /var:")).findFirst().orElseThrow();
    assertTrue(line.startsWith("r3:3| "), line);
    assertTrue(look.result().text().lines().get(2).endsWith(" /var"));
    assertTrue(Citation.parse(line.substring(0, line.indexOf(' '))).isPresent(), line);
  }

  @Test
  void a_page_has_about_600_tokens_and_says_how_to_read_on() {
    var page = sheet(look(wordy(), "filesystems")).first();
    int tokens = Cl100k.of(page);
    assertTrue(tokens <= 750, tokens + " tokens");
    assertTrue(tokens >= 300, tokens + " tokens");
    assertTrue(page.matches("(?s).*read_more result=r3 from=[0-9]+\\)$"), page);
  }

  @Test
  void reading_on_begins_where_the_page_ended_and_comes_to_the_end() {
    var look = look(wordy(), "filesystems");
    int from = 1;
    int pages = 0;
    var last = "";
    var more = java.util.regex.Pattern.compile("from=([0-9]+)\\)$");
    for (boolean goesOn = true; goesOn; pages++) {
      last = sheet(look).lines(from, Optional.empty());
      assertTrue(last.contains("\nr3:" + from + "| "), last);
      var next = more.matcher(last);
      goesOn = next.find();
      if (goesOn) {
        int follows = Integer.parseInt(next.group(1));
        assertTrue(follows > from, "it would read the same page again");
        from = follows;
      }
    }
    assertTrue(pages > 5, pages + " pages");
    assertTrue(last.contains("/srv/volume-299"), last);
  }

  @Test
  void a_search_shows_the_lines_that_hold_the_text_with_their_own_labels() {
    var found = sheet(look(wordy(), "filesystems")).lines(1, Optional.of("VOLUME-123"));
    assertTrue(found.contains("r3:125| "), found);
    assertEquals(3, found.lines().count());
  }

  @Test
  void what_could_not_look_says_why_and_what_found_nothing_says_so() {
    assertTrue(sheet(look(Machine.troubled(), "bench-hang")).first().contains("could not look: "));
    var quiet = sheet(look(Machine.troubled(), "bench-quiet")).first();
    assertFalse(quiet.contains("could not look"), quiet);
  }
}
