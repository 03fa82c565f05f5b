package dev.swarm.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.chain.Chains;
import dev.swarm.agent.chain.StorageException;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T19:45:12Z");
  private static final RunId RUN = new RunId("run-1");
  private static final RunId OTHER = new RunId("run-2");
  private static final Attempt ONE = new Attempt(new SubtaskId("run-1/web-1/logs"), 1);
  private static final Attempt TWO = new Attempt(new SubtaskId("run-1/web-1/time"), 1);

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry.Called("hq-1", 3, NOW),
          new Entry.Led(RUN, 1, "s1", NOW),
          new Entry.Begun(RUN, ONE, NOW),
          new Entry.Begun(RUN, TWO, NOW),
          new Entry.Ended(RUN, outcome(ONE), NOW),
          new Entry.Led(RUN, 2, "s2", NOW),
          new Entry.Receipted(RUN, ONE),
          new Entry.Led(OTHER, 7, "s2", NOW),
          new Entry.Closed(OTHER, NOW));

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("ledger.log");
  }

  private static Outcome outcome(Attempt attempt) {
    return new Outcome.Failed(
        attempt.subtask(), attempt.number(), Cause.INTERNAL, "zażółć", Effort.NONE);
  }

  private Ledger open() {
    return DiskLedger.open(file, NOW, told::add);
  }

  private void write() throws Exception {
    var ledger = open();
    var _ = ledger.note(ENTRIES).await(10, SECONDS);
    ledger.close();
  }

  private static Memory sum(List<Entry> entries) {
    var memory = new Memory();
    entries.forEach(memory::apply);
    return memory;
  }

  @Test
  void a_new_instance_remembers_what_the_one_before_noted() throws Exception {
    write();
    var memory = open().memory();
    var run = memory.run(RUN).orElseThrow();
    assertEquals(2, run.epoch());
    assertEquals("s2", run.session());
    assertEquals(List.of(TWO), run.open());
    assertTrue(run.kept().get(ONE).receipted());
    assertEquals(outcome(ONE), run.kept().get(ONE).outcome());
    assertTrue(memory.run(OTHER).orElseThrow().closed());
    assertEquals(7, memory.epoch(OTHER));
    assertEquals(List.of(new Entry.Called("hq-1", 3, NOW)), memory.calls());
  }

  @Test
  void the_fewest_entries_make_the_same_memory() {
    var memory = sum(ENTRIES);
    assertEquals(memory.entries(), sum(memory.entries()).entries());
  }

  @Test
  void it_is_rewritten_when_it_is_opened_if_that_makes_it_smaller() throws Exception {
    write();
    long before = Files.size(file);
    var ledger = open();
    assertTrue(Files.size(file) < before);
    var _ = ledger.note(List.of(new Entry.Led(RUN, 9, "s3", NOW))).await(10, SECONDS);
    ledger.close();
    assertEquals(9, open().memory().epoch(RUN));
  }

  @Test
  void what_is_past_its_time_is_forgotten() throws Exception {
    write();
    var nextDay = DiskLedger.open(file, NOW.plus(Duration.ofHours(25)), told::add);
    var run = nextDay.memory().run(RUN).orElseThrow();
    assertTrue(run.kept().isEmpty());
    assertTrue(run.hasBegun(ONE), "an attempt is never begun twice, however old");
    assertEquals(List.of(), nextDay.memory().calls());
    nextDay.close();
    var nextWeek = DiskLedger.open(file, NOW.plus(Duration.ofDays(8)), told::add);
    assertEquals(Optional.empty(), nextWeek.memory().run(RUN));
  }

  @Test
  void cut_at_any_byte_it_is_what_it_was_after_some_entry() throws Exception {
    write();
    var whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int lines = (int) new String(whole, 0, length, UTF_8).chars().filter(c -> c == '\n').count();
      var contents = Chains.read(file);
      assertEquals(Optional.empty(), contents.damage(), "cut at " + length);
      assertEquals(lines, contents.bodies().size(), "cut at " + length);
      if (length % 37 == 0) { // a ledger that is opened waits for the disk
        var ledger = open();
        assertEquals(
            sum(ENTRIES.subList(0, lines)).entries(), ledger.memory().entries(), "at " + length);
        ledger.close();
      }
    }
    assertTrue(told.getFirst().contains("were cut off"));
  }

  @Test
  void damage_in_the_middle_is_loud_and_keeps_what_can_be_read() throws Exception {
    write();
    var lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(3, lines.get(3).replace("web-1", "web-2"));
    Files.write(file, lines);
    var before = Files.readAllBytes(file);
    var ledger = open();
    assertEquals(
        "could not trust the ledger of this agent (ledger.log, line 4: its hash does not fit what"
            + " it and the lines before it say), so it takes nothing new; to begin anew when no run"
            + " is under way, move "
            + file
            + " away and restart the agent",
        ledger.trouble().orElseThrow());
    assertEquals(2, ledger.memory().epoch(RUN));
    assertTrue(ledger.memory().hasBegun(RUN, ONE));
    assertTrue(ledger.note(ENTRIES).failed());
    ledger.close();
    assertTrue(Arrays.equals(before, Files.readAllBytes(file)), "the evidence is as it was");
  }

  @Test
  void what_a_version_to_come_wrote_is_not_guessed_at() throws Exception {
    write();
    var unknown = new String(Files.readAllBytes(file), UTF_8).replace("receipted", "forgotten");
    Files.writeString(file, unknown);
    assertTrue(open().trouble().isPresent());
  }

  @Test
  void a_second_agent_does_not_start_in_the_same_folder() {
    var taken = StateFolder.take(folder.resolve("state"));
    var refused =
        assertThrows(
            StorageException.class, () -> StateFolder.take(folder.resolve("state")).close());
    assertEquals(
        "could not start: another agent (pid "
            + ProcessHandle.current().pid()
            + ") works in "
            + folder.resolve("state")
            + "; stop it, or give this one a state folder of its own",
        refused.getMessage());
    taken.close();
    StateFolder.take(folder.resolve("state")).close();
  }

  @Test
  void a_ledger_that_passes_keeps_nothing_and_is_never_in_trouble() {
    var ledger = new PassingLedger();
    assertTrue(ledger.note(ENTRIES).succeeded());
    assertFalse(ledger.memory().hasBegun(RUN, ONE));
    assertEquals(Optional.empty(), ledger.trouble());
  }
}
