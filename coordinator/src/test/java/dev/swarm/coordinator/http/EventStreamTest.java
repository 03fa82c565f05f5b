package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of events get, however they come and go. */
class EventStreamTest {
  private static final String EVENTS = Route.ROOT + "/events";
  private static final EventStream.Patience HASTY =
      new EventStream.Patience(Duration.ofSeconds(1), Duration.ofSeconds(6));

  private static final int RUNS = 3;

  @TempDir Path folder;

  private static List<String> logged(Served served) {
    return served.store.after(0, 100_000).stream()
        .map(placed -> Wire.encode(placed.recorded()))
        .toList();
  }

  /** The same audit again, as another run. */
  private static List<Recorded> copy(List<Recorded> events, int number) {
    var run = new RunId("20261121-%06d-copy".formatted(number));
    return events.stream()
        .map(one -> new Recorded(run, one.epoch(), one.sequence(), one.at(), one.event()))
        .toList();
  }

  @Test
  void after_fifty_random_reconnects_a_reader_has_the_log() throws Exception {
    var random = new Random(7);
    try (var served = new Served(folder).withHistory()) {
      var history = Served.recorded("history.jsonl");
      var writer =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 10; i++) {
                  served.keep(copy(history, i));
                }
              });
      int all = served.store.after(0, 100_000).size();
      int expected = Served.recorded("history-before.jsonl").size() + 11 * history.size();
      assertTrue(all <= expected);
      var heard = new ArrayList<String>();
      var last = "0";
      for (int connection = 0; connection < 50; connection++) {
        int part = connection == 49 ? expected : random.nextInt(expected / 30);
        try (var events = new Events(served.client(), EVENTS, last)) {
          for (int i = 0; i < part && heard.size() < expected; i++) {
            var one = events.next();
            assertEquals("run", one.event());
            heard.add(one.data());
            last = one.id();
          }
        }
      }
      writer.join();
      assertEquals(logged(served), heard);
    }
  }

  @Test
  void only_one_run_is_told_of_where_only_one_is_wanted() throws Exception {
    try (var served = new Served(folder).withHistory();
        var events = new Events(served.client(), EVENTS + "?after=0&run=" + Served.NEWER, "")) {
      var history = Served.recorded("history.jsonl");
      var told = events.next(history.size()).stream().map(Events.Heard::data).toList();
      assertEquals(history.stream().map(Wire::encode).toList(), told);
    }
  }

  @Test
  void a_new_reader_hears_of_the_nodes_and_of_what_comes_from_now_on() throws Exception {
    try (var served = new Served(folder).withHistory();
        var events = new Events(served.client(), EVENTS, "")) {
      served.keep(copy(Served.recorded("history.jsonl"), 1));
      boolean fleet = false;
      var first = "";
      while (!fleet || first.isEmpty()) {
        var next = events.any();
        fleet |= next.event().equals("fleet") && next.data().contains("\"n1\"");
        first = first.isEmpty() && next.data().contains("-copy") ? next.data() : first;
      }
      assertTrue(first.contains("\"sequence\":1,"), first);
    }
  }

  @Test
  void one_that_was_told_of_another_log_hears_that_it_has_to_ask_anew() throws Exception {
    try (var served = new Served(folder).withHistory();
        var events = new Events(served.client(), EVENTS, "999999999")) {
      var gap = events.next();
      assertEquals("gap", gap.event());
      assertEquals("{\"from\":1,\"to\":" + gap.id() + "}", gap.data());
      assertTrue(Long.parseLong(gap.id()) <= served.store.newest());
    }
  }

  @Test
  void one_that_does_not_read_is_told_what_it_misses_and_is_dropped() throws Exception {
    try (var served = new Served(folder, HttpSettings.LOCAL, HASTY);
        var still = new Events(served.client(), EVENTS, "");
        var well = new Events(served.client(), EVENTS, "")) {
      int written = RUNS * bulky(0).size();
      var heard = CompletableFuture.supplyAsync(() -> read(well, written));
      for (int i = 0; i < RUNS; i++) {
        served.keep(bulky(i));
      }
      assertEquals(written, heard.join());
      assertTrue(metric(served, "swarm_event_readers_dropped_total "));
      assertTrue(read(still, written) < written, "it did not read in time");
      assertTrue(metric(served, "swarm_event_gaps_total "));
    }
  }

  @Test
  void one_that_reads_on_late_is_told_exactly_what_it_missed() throws Exception {
    var patient = new EventStream.Patience(Duration.ofSeconds(1), Duration.ofMinutes(5));
    try (var served = new Served(folder, HttpSettings.LOCAL, patient);
        var late = new Events(served.client(), EVENTS, "")) {
      for (int i = 0; i < RUNS; i++) {
        served.keep(bulky(i));
      }
      assertTrue(metric(served, "swarm_event_gaps_total "));
      long last = 0;
      var next = late.next();
      for (; next.event().equals("run"); next = late.next()) {
        assertTrue(
            last == 0 || Long.parseLong(next.id()) == last + 1, next.id() + " after " + last);
        last = Long.parseLong(next.id());
      }
      assertEquals("gap", next.event());
      long to = Long.parseLong(next.id());
      assertEquals("{\"from\":%d,\"to\":%d}".formatted(last + 1, to), next.data());
      assertTrue(last > 0 && to > last, last + " to " + to);
      served.keep(bulky(RUNS));
      assertEquals(to + 1, Long.parseLong(late.next().id()));
    }
  }

  /** How many it gets, of so many that there are. */
  private static int read(Events events, int all) {
    int heard = 0;
    try {
      for (; heard < all; heard++) {
        var _ = events.next();
      }
    } catch (IOException e) {
      // it was dropped
    }
    return heard;
  }

  /** Whether it comes to count something. */
  private static boolean metric(Served served, String name) {
    while (served.client().get("/metrics").body().lines().noneMatch(one -> counts(one, name))) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(String line, String name) {
    return line.startsWith(name) && !line.endsWith(" 0");
  }

  private static List<Recorded> bulky(int number) {
    var base = copy(SmallHistory.run(), number);
    var events = new ArrayList<>(base);
    var last = events.getLast();
    for (int i = 1; i <= 64; i++) {
      events.add(
          new Recorded(
              last.run(),
              1,
              last.sequence() + i,
              last.at(),
              SmallHistory.returned(last.run(), i, 128 << 10)));
    }
    events.add(
        new Recorded(last.run(), 1, events.size() + 1, last.at(), new Event.RunEnded(false)));
    return events;
  }
}
