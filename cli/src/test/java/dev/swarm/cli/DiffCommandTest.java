package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two audits beside one another, on the command line. */
class DiffCommandTest {
  @TempDir Path folder;
  private Shell shell;
  private String recording;
  private String before;
  private String after;

  @BeforeEach
  void a_machine_with_a_full_disk_audited_whole_and_then_in_another_area() throws IOException {
    shell = new Shell(folder);
    recording = SmallRecording.in(folder.resolve("rec")).toString();
    before = audited();
    after = audited("--areas", "time");
  }

  @Test
  void what_nobody_looked_at_this_time_is_neither_fixed_nor_still_there() {
    var told = diff(before, after);
    assertTrue(section(told, "not looked at this time").contains("/var"), told);
    assertTrue(told.contains("\nfixed: none\n") && told.contains("\nstill there: none\n"), told);
  }

  @Test
  void what_nobody_looked_for_before_is_seen_for_the_first_time_and_not_new() {
    var told = diff(after, before);
    assertTrue(
        section(told, "seen for the first time, not looked at before").contains("/var"), told);
    assertTrue(told.contains("\nnew: none\n"), told);
  }

  @Test
  void what_was_there_both_times_is_still_there() {
    var told = diff(before, before);
    assertTrue(section(told, "still there").contains("/var"), told);
    assertTrue(told.endsWith("not looked at this time: none\n"), told);
  }

  /** Its name: two runs of one second have no order. */
  private String audited(String... more) {
    var words = new ArrayList<>(List.of("audit", "--recording", recording, "--output", "json"));
    words.addAll(List.of(more));
    var told = shell.swarm(words.toArray(String[]::new)).out();
    return new JsonObject(told).getJsonObject("run").getString("id");
  }

  private String diff(String earlier, String later) {
    var ran = shell.swarm("diff", earlier, later);
    assertEquals(0, ran.code(), ran.err());
    return ran.out();
  }

  /** The lines below a heading. */
  private static String section(String told, String heading) {
    int at = told.indexOf("\n" + heading + ":\n");
    assertTrue(at >= 0, told);
    var rest = told.substring(at + heading.length() + 3);
    return rest.lines().takeWhile(line -> line.startsWith("  ")).toList().toString();
  }
}
