package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
  private static final RunId ONE = new RunId("20261101-a");
  private static final RunId OTHER = new RunId("20261102-a");

  @TempDir private Path folder;

  @Test
  void events_of_all_runs_come_in_the_order_in_which_they_were_committed() {
    try (var store = new SqliteStore(folder, 200)) {
      var one = SampleRun.complete(ONE, "n1");
      var other = SampleRun.complete(OTHER, "n1");
      var mixed = new ArrayList<Recorded>();
      for (int n = 0; n < one.size(); n++) {
        mixed.add(other.get(n));
        mixed.add(one.get(n));
      }
      assertEquals(0, store.newest());
      assertEquals(0, store.oldest());
      SampleRun.keep(store, mixed);
      assertEquals(mixed, store.after(0, 1000).stream().map(Placed::recorded).toList());
      assertEquals(one, store.after(0, ONE, 1000).stream().map(Placed::recorded).toList());
      assertEquals(mixed.size(), store.newest());
      assertEquals(1, store.oldest());
    }
  }

  @Test
  void whoever_reads_on_from_the_last_place_gets_each_event_once() {
    try (var store = new SqliteStore(folder, 200)) {
      SampleRun.keep(store, SampleRun.complete(ONE, "n1"));
      SampleRun.keep(store, SampleRun.complete(OTHER, "n1"));
      var all = store.after(0, 1000);
      var paged = new ArrayList<Placed>();
      for (var page = store.after(0, 3); !page.isEmpty(); ) {
        paged.addAll(page);
        page = store.after(page.getLast().position(), 3);
      }
      assertEquals(all, paged);
      assertEquals(List.of(), store.after(store.newest(), 3));
      assertEquals(List.of(), store.after(0, new RunId("20261103-a"), 3));
    }
  }

  @Test
  void places_are_never_used_again_when_runs_have_gone() {
    try (var store = new SqliteStore(folder, 1)) {
      long before = 0;
      for (int day = 9; day >= 1; day--) { // the one that ended last has the oldest name
        SampleRun.keep(store, SampleRun.complete(new RunId("2026110%d-a".formatted(day)), "n1"));
        var added = store.after(before, 1000);
        assertEquals(8, added.size());
        before = added.getLast().position();
      }
      assertEquals(72, store.newest());
    }
    try (var store = new SqliteStore(folder, 1)) {
      assertEquals(16, store.after(0, 1000).size(), "the newest by name, and what ended last");
      assertEquals(72, store.newest());
    }
  }

  @Test
  void a_damaged_event_is_named_and_not_told() throws Exception {
    SampleRun.keep(folder, SampleRun.complete(ONE, "n1"));
    try (var connection = StoreFile.in(folder).open()) {
      Sql.run(connection, "DROP TRIGGER events_never_UPDATE");
      Sql.run(connection, "UPDATE events SET body = replace(body, '93', '12') WHERE sequence = 6");
    }
    try (var store = new SqliteStore(folder, 200)) {
      var damage = assertThrows(StoreException.class, () -> store.after(0, 100));
      assertEquals(Trouble.DAMAGED, damage.trouble());
      assertEquals(5, store.after(0, 5).size());
    }
  }

  @Test
  void a_listener_hears_of_commits_of_its_own_and_of_other_processes() throws Exception {
    try (var store = new SqliteStore(folder, 200)) {
      SampleRun.keep(store, SampleRun.unfinished(ONE, "n1"));
      var heard = new LinkedBlockingQueue<Long>();
      try (var _ = store.onCommit(heard::add)) {
        SampleRun.keep(store, SampleRun.complete(ONE, "n1").subList(3, 8));
        await(heard, 8);
        SampleRun.keep(folder, SampleRun.complete(OTHER, "n1"));
        await(heard, 16);
      }
    }
  }

  private static void await(LinkedBlockingQueue<Long> heard, long newest) throws Exception {
    for (var said = heard.poll(10, TimeUnit.SECONDS); said == null || said < newest; ) {
      assertTrue(said != null, "nothing was heard of " + newest);
      said = heard.poll(10, TimeUnit.SECONDS);
    }
  }
}
