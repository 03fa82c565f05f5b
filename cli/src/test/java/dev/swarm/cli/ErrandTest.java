package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.Door;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Sender;
import dev.swarm.cli.Heard.Cut;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.standby.Colleague;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Follow;
import dev.swarm.protocol.Followed;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Submitted;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that a coordinator leads for us, and what is told of it when that one is silent. */
final class ErrandTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final RunId RUN = new RunId("20261128-200000-dead");
  private static final Budget BUDGET = Budget.standard(Duration.ofSeconds(30));

  @TempDir private Path home;
  private final Vertx vertx = Vertx.vertx();
  private final DoorThreads threads = DoorThreads.start();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Recorded> events = new ArrayList<>();
  private Door leader;

  @BeforeEach
  void a_coordinator_that_leads() throws Exception {
    leader =
        door("leader")
            .on(Verb.SUBMIT, _ -> Future.succeededFuture(new Submitted(RUN)))
            .on(Verb.WITHDRAW, _ -> Future.succeededFuture(new Noted()))
            .on(Verb.FOLLOW, came -> Future.succeededFuture(followed(came.message())));
    var _ = leader.attach(vertx.eventBus()).await(5, TimeUnit.SECONDS);
    var id = SubtaskId.of(RUN, "n1", new Area("storage"));
    record(new Event.RunStarted("0.1.0", "playbook", List.of("n1"), areas(), List.of()));
    record(
        new Event.SubtaskQueued(new Subtask(id, RUN, "n1", areas().getFirst(), List.of(), BUDGET)));
  }

  @AfterEach
  void nothing_is_left() throws Exception {
    threads.close();
    var _ = vertx.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void a_run_is_followed_to_its_end() {
    record(new Event.RunEnded(true));
    var heard = errand(HOUR, _ -> {}).run(audit(), Optional.empty());
    assertEquals(Heard.whole(events), heard);
  }

  @Test
  void a_leader_that_is_gone_leaves_a_report_of_what_is_known_and_exit_code_3() {
    var heard = errand(MOMENT, this::dies).run(audit(), Optional.empty());
    assertEquals(Heard.until(Cut.GONE, events), heard);
    assertEquals(3, told(heard));
    assertTrue(said(out).contains(RUN.value()), said(out));
    assertTrue(said(err).contains("the coordinator that led the run is gone"), said(err));
  }

  @Test
  void who_leaves_while_the_leader_is_silent_is_not_told_that_it_is_gone() {
    var errand = new Errand[1];
    errand[0] =
        errand(
            HOUR,
            event -> {
              dies(event);
              errand[0].withdraw();
            });
    var heard = errand[0].run(audit(), Optional.empty());
    assertEquals(Heard.until(Cut.LEFT, events), heard);
    assertEquals(130, told(heard));
    assertTrue(said(out).contains(RUN.value()), said(out));
    assertTrue(said(err).contains("does not answer just now"), said(err));
    assertFalse(said(err).contains("gone"), said(err));
  }

  @Test
  void where_nothing_was_heard_there_is_no_report() {
    assertEquals(3, told(Heard.until(Cut.GONE, List.of())));
    assertEquals("", said(out));
  }

  /** Dead as soon as it has told what it knows. */
  private void dies(Recorded last) {
    if (last.equals(events.getLast())) {
      var _ = leader.close();
    }
  }

  private void record(Event event) {
    var at = Instant.parse("2026-11-28T20:00:00Z").plusMillis(events.size());
    events.add(new Recorded(RUN, 1, events.size() + 1, at, event));
  }

  private Followed followed(Follow follow) {
    return new Followed(RUN, events.subList((int) follow.after(), events.size()));
  }

  private Errand errand(Duration silence, Consumer<Recorded> listener) {
    Map<String, Colleague> nobody = Map.of();
    return new Errand(
        door("we"), () -> Future.succeededFuture(nobody), "leader", silence, listener);
  }

  private Door door(String session) {
    return threads.door(
        vertx.eventBus(),
        new OpenSeal(new Sender(Role.COORDINATOR, session, session)),
        new CoordinatorDoorkeeper(session),
        List.of(Addresses.coordinator(session)),
        _ -> {});
  }

  private static List<Area> areas() {
    return List.of(new Area("storage"));
  }

  private static Audit audit() {
    return new Audit(List.of("n1"), areas(), List.of(), BUDGET, HOUR, "playbook", List.of());
  }

  private int told(Heard heard) {
    var here = new Surroundings(Map.of("HOME", home.toString()), printer(out), printer(err));
    return new FleetEnding(
            here,
            new PassingStore("a test"),
            new Presentation(here),
            new Policy(Severity.WARNING, false, false),
            (_, _) -> 0)
        .tell(SettingsReader.read(Optional.empty(), List.of()), heard);
  }

  private static PrintStream printer(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
