package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of audits, and what an operator says of it. */
class FindingsCommandTest {
  private static final String FULL = "/var";

  @TempDir Path folder;
  private Shell shell;
  private String recording;

  @BeforeEach
  void a_machine_with_a_full_disk() throws IOException {
    shell = new Shell(folder);
    recording = SmallRecording.in(folder.resolve("rec")).toString();
  }

  @Test
  void findings_are_listed_with_their_lives() throws IOException {
    assertEquals(1, audit().code());
    assertEquals(1, audit().code());
    var listed = shell.swarm("findings");
    assertEquals(0, listed.code());
    assertTrue(listed.out().startsWith("FINDING "), listed.out());
    assertTrue(listed.out().contains(FULL) && listed.out().contains("open"), listed.out());
    var full = full();
    assertEquals(2, full.get("times").asInt());
    assertEquals("open", full.get("state").asText());
    assertTrue(full.get("counts").asBoolean());
    assertEquals("", shell.swarm("findings", "--life", "fixed").out());
    assertEquals("", shell.swarm("findings", "--node", "another").out());
  }

  @Test
  void what_is_accepted_leaves_the_exit_code_and_not_the_report() throws IOException {
    assertEquals(1, audit().code());
    var id = id();
    var accepted =
        shell.swarm("findings", "accept", id, "--until", "30d", "--reason", "being grown");
    assertEquals(0, accepted.code(), accepted.err());
    assertTrue(accepted.out().startsWith("accepted until "), accepted.out());
    var before = runs();
    var again = audit();
    var accepting = runs().stream().filter(run -> !before.contains(run)).findFirst().orElseThrow();
    assertEquals(3, again.code(), again.out());
    assertTrue(again.out().contains("1 accepted"), again.out());
    var told = again.out().replaceAll("\\s+", " ");
    assertTrue(told.contains("accepted by shell until "), told);
    assertTrue(told.contains(": being grown"), told);
    assertEquals(0, shell.swarm("findings", "withdraw", id).code());
    assertEquals(1, audit().code());
    var shown = shell.swarm("show", accepting);
    assertTrue(shown.out().contains("1 accepted"), shown.out());
  }

  @Test
  void what_is_acknowledged_or_called_wrong_still_counts() throws IOException {
    assertEquals(1, audit().code());
    assertEquals(0, shell.swarm("findings", "acknowledge", id()).code());
    var seen = shell.swarm("findings").out();
    assertTrue(seen.contains("acknowledged by shell"), seen);
    assertEquals(0, shell.swarm("findings", "wrong", id(), "--reason", "a snapshot").code());
    assertEquals(1, audit().code());
    var listed = shell.swarm("findings", "--life", "called-wrong").out();
    assertTrue(listed.contains("called wrong by shell: a snapshot (reported by playbook)"), listed);
  }

  @Test
  void a_judgement_that_makes_no_sense_is_refused_with_a_word() throws IOException {
    assertEquals(1, audit().code());
    refused("there is no finding 'ffff'", "findings", "acknowledge", "ffff");
    refused("there is no finding 'f'", "findings", "acknowledge", "f");
    refused("never seen on 'web'", "findings", "acknowledge", id(), "--node", "web");
    refused("--until", "findings", "accept", id(), "--reason", "x");
    refused("--reason", "findings", "accept", id(), "--until", "3d");
    refused("never blank", "findings", "accept", id(), "--until", "3d", "--reason", " ");
    refused("lies ahead", "findings", "accept", id(), "--until", "2020-01-31", "--reason", "x");
    refused("a date such as", "findings", "accept", id(), "--until", "2027-13-01", "--reason", "x");
    refused("or a while such as", "findings", "accept", id(), "--until", "soon", "--reason", "x");
    refused("at most 500", "findings", "wrong", id(), "--reason", "x".repeat(501));
    refused("--life is open, fixed", "findings", "--life", "dead");
    refused("--severity is", "findings", "--severity", "bad");
  }

  private void refused(String says, String... line) {
    var ran = shell.swarm(line);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains(says), ran.err());
  }

  @Test
  void a_call_is_shown_whole_with_the_cited_lines_marked() {
    assertEquals(1, audit().code());
    var calls = shell.swarm("show", "latest", "little").out();
    var cited = calls.lines().filter(one -> one.matches("storage/.* ms +[0-9,-]*[0-9].*"));
    var call = cited.findFirst().orElseThrow(() -> new AssertionError(calls)).split(" ", 2)[0];
    var whole = shell.swarm("show", "latest", "little", call).out();
    var marked = whole.lines().filter(one -> one.startsWith(">")).toList();
    assertEquals(1, marked.size(), whole);
    assertTrue(marked.getFirst().contains(FULL), whole);
    assertTrue(whole.lines().count() > 1, whole);
  }

  @Test
  void a_run_is_exported_with_the_hash_that_anybody_can_check() throws IOException {
    assertEquals(1, audit().code());
    var run = shell.swarm("runs").out().lines().skip(1).findFirst().orElseThrow().split(" ", 2)[0];
    var exported = shell.swarm("export", "latest");
    assertEquals(0, exported.code());
    var hash = Hashes.sha256(run);
    for (var event : exported.out().lines().toList()) {
      hash = Hashes.sha256(hash + "\n" + event);
    }
    assertEquals("swarm: run " + run + ", sha256 chain " + hash + "\n", exported.err());
    var file = folder.resolve("run.jsonl");
    assertEquals(0, shell.swarm("export", run, "--output-file", file.toString()).code());
    assertEquals(exported.out(), Files.readString(file));
  }

  @Test
  void a_run_that_has_ended_is_watched_to_its_end() {
    assertEquals(1, audit().code());
    var watched = shell.swarm("watch", "latest", "--output", "jsonl");
    assertEquals(0, watched.code());
    assertEquals(shell.swarm("export").out(), watched.out());
    assertTrue(watched.err().contains("has ended"), watched.err());
    assertFalse(shell.swarm("watch").out().isBlank());
    refused("could not find a run", "watch", "2020");
  }

  @Test
  void a_run_of_another_process_is_followed_until_it_ends() throws Exception {
    var run = new RunId("20261120-194512-k3f9");
    var state = folder.resolve(".local/state/swarm");
    var began =
        new Event.RunStarted(
            "0.1.0", "playbook", List.of("n1"), List.of(new Area("time")), List.of());
    try (var other = new SqliteStore(state, 5)) {
      other.append(new Recorded(run, 1, 1, Instant.EPOCH, began)).join();
      var watching = CompletableFuture.supplyAsync(() -> shell.swarm("watch", "--output", "jsonl"));
      other.append(new Recorded(run, 1, 2, Instant.EPOCH, new Event.RunEnded(false))).join();
      var watched = watching.get(30, TimeUnit.SECONDS);
      assertEquals(0, watched.code(), watched.err());
      assertEquals(2, watched.out().lines().count());
    }
  }

  private List<String> runs() {
    var listed = shell.swarm("runs").out().lines().skip(1);
    return listed.map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  private Shell.Ran audit() {
    return shell.swarm("audit", "--recording", recording, "--areas", "storage");
  }

  private String id() throws IOException {
    return full().get("fingerprint").asText().substring(0, 8);
  }

  private JsonNode full() throws IOException {
    var json = new ObjectMapper().readTree(shell.swarm("findings", "--output", "json").out());
    for (var finding : json.get("findings")) {
      if (finding.get("title").asText().startsWith(FULL)) {
        return finding;
      }
    }
    throw new AssertionError("no finding of " + FULL + " in " + json);
  }
}
