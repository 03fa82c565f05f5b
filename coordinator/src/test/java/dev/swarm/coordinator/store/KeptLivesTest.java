package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.Samples;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.LifeChange;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLivesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Fingerprint VAR =
      Samples.finding("n1", "storage.space", "/var").fingerprint();

  @TempDir private Path folder;

  @Test
  void a_finding_has_one_life_over_many_runs() {
    keepRuns(1, 3);
    try (var store = new SqliteStore(folder, 200)) {
      var life = store.lives().all().getFirst();
      assertEquals(1, store.lives().all().size());
      assertEquals(VAR, life.fingerprint());
      assertEquals(3, life.times());
      assertEquals(run(1), life.firstRun());
      assertEquals(run(3), life.lastRun());
      assertEquals(List.of(Turn.Kind.NEW), store.lives().turns().stream().map(Turn::kind).toList());
    }
  }

  @Test
  void lives_go_on_where_they_were_kept() {
    keepRuns(1, 2);
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(2, store.lives().all().getFirst().times());
    }
    keepRuns(3, 5);
    try (var store = new SqliteStore(folder, 200);
        var other = new SqliteStore(folder, 200)) {
      assertEquals(5, store.lives().all().getFirst().times());
      assertEquals(store.lives().all(), other.lives().all());
    }
  }

  @Test
  void what_is_derived_comes_back_when_it_is_lost_or_damaged() throws SQLException {
    keepRuns(1, 3);
    try (var store = new SqliteStore(folder, 200)) {
      var lives = store.lives().all();
      for (var harm :
          List.of(
              "UPDATE lives SET body = replace(body, '93', '12')",
              "DELETE FROM taken",
              "UPDATE taken SET body = replace(body, '\"ending\":3', '\"ending\":1')",
              "DELETE FROM lives")) {
        try (var connection = StoreFile.in(folder).open()) {
          Sql.run(connection, harm);
        }
        try (var again = new SqliteStore(folder, 200)) {
          assertEquals(lives, again.lives().all(), harm);
          assertEquals(1, again.lives().turns().size(), harm);
        }
      }
    }
  }

  @Test
  void a_life_outlives_the_runs_that_it_was_seen_in() {
    for (int day = 1; day <= 9; day++) {
      try (var store = new SqliteStore(folder, 2)) {
        SampleRun.keep(store, SampleRun.complete(run(day), "n1"));
      }
    }
    try (var store = new SqliteStore(folder, 2)) {
      assertEquals(
          List.of(run(9), run(8)), store.runs().runs().stream().map(RunSummary::id).toList());
      var life = store.lives().all().getFirst();
      assertEquals(run(1), life.firstRun());
      assertEquals(9, life.times());
    }
  }

  @Test
  void judgements_are_kept_in_their_order_and_the_last_one_counts() {
    keepRuns(1, 1);
    var accepted = new Judgement.Accepted("ann", NOW, NOW.plus(Duration.ofDays(7)), "being grown");
    try (var store = new SqliteStore(folder, 200)) {
      var lives = store.lives();
      assertEquals(
          Optional.of(new Judgement.Acknowledged("bob", NOW, "")),
          lives.judge("n1", VAR, new Judgement.Acknowledged("bob", NOW, "")).join().judgement());
      var life = lives.judge("n1", VAR, accepted).join();
      assertTrue(life.accepted(NOW));
      assertTrue(life.counts(NOW.plus(Duration.ofDays(7))));
      assertEquals(2, lives.judgements().size());
    }
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(accepted, store.lives().all().getFirst().judgement().orElseThrow());
      var withdrawn = new Judgement.Withdrawn("ann", NOW, "");
      assertEquals(Optional.empty(), store.lives().judge("n1", VAR, withdrawn).join().judgement());
      assertEquals(3, store.judgements().size());
    }
  }

  @Test
  void a_finding_that_nobody_saw_cannot_be_judged() {
    keepRuns(1, 1);
    try (var store = new SqliteStore(folder, 200)) {
      var judging =
          store
              .lives()
              .judge("n2", VAR, new Judgement.Acknowledged("ann", NOW, ""))
              .toCompletableFuture();
      var refused = assertThrows(CompletionException.class, judging::join);
      assertInstanceOf(IllegalArgumentException.class, refused.getCause());
      assertEquals(List.of(), store.lives().judgements());
    }
  }

  @Test
  void two_processes_judge_at_once_and_the_chain_holds() {
    keepRuns(1, 1);
    try (var one = new SqliteStore(folder, 200);
        var other = new SqliteStore(folder, 200)) {
      var judged =
          IntStream.range(0, 40)
              .mapToObj(n ->
                  (n % 2 == 0 ? one : other)
                      .lives()
                      .judge("n1", VAR, new Judgement.Acknowledged("p" + n % 2, NOW, "no. " + n)))
              .toList();
      judged.forEach(each -> each.join());
      assertEquals(40, one.lives().judgements().size());
      assertEquals(one.lives().judgements(), other.lives().judgements());
    }
  }

  @Test
  void a_judgement_that_was_changed_is_damage() throws SQLException {
    keepRuns(1, 1);
    try (var store = new SqliteStore(folder, 200)) {
      var wrong = new Judgement.Wrong("ann", NOW, "it is a snapshot");
      assertEquals(1, List.of(store.lives().judge("n1", VAR, wrong).join()).size());
    }
    try (var connection = StoreFile.in(folder).open()) {
      assertThrows(SQLException.class, () -> Sql.run(connection, "DELETE FROM judgements"));
      Sql.run(connection, "DROP TRIGGER judgements_never_UPDATE");
      Sql.run(connection, "UPDATE judgements SET body = replace(body, 'ann', 'bob')");
    }
    try (var store = new SqliteStore(folder, 200)) {
      var damage = assertThrows(StoreException.class, store::judgements);
      assertEquals(Trouble.DAMAGED, damage.trouble());
      assertEquals("damaged at judgement 1", damage.getMessage());
    }
  }

  @Test
  void listeners_hear_what_happens_from_then_on_whoever_wrote_it() throws Exception {
    keepRuns(1, 1);
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(1, store.lives().all().size());
      var heard = new LinkedBlockingQueue<LifeChange>();
      try (var _ = store.lives().onChange(heard::add)) {
        SampleRun.keep(folder, SampleRun.complete(run(2), "n2"));
        var fresh = assertInstanceOf(LifeChange.New.class, heard.poll(10, TimeUnit.SECONDS));
        assertEquals("n2", fresh.life().node());
        try (var other = new SqliteStore(folder, 200)) {
          var said = new Judgement.Acknowledged("ann", NOW, "");
          assertEquals(Life.State.OPEN, other.lives().judge("n1", VAR, said).join().state());
          var judged = assertInstanceOf(LifeChange.Judged.class, heard.poll(10, TimeUnit.SECONDS));
          assertEquals(said, judged.judgement());
          assertEquals("n1", judged.life().node());
        }
      }
    }
  }

  private void keepRuns(int first, int last) {
    for (int day = first; day <= last; day++) {
      SampleRun.keep(folder, SampleRun.complete(run(day), "n1"));
    }
  }

  private static RunId run(int day) {
    return new RunId("2026110%d-120000-aaaa".formatted(day));
  }
}
