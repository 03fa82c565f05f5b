package dev.swarm.coordinator.notice;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.LifeChange;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.Registration;
import dev.swarm.coordinator.time.CrankedTimers;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Lives as a test tells them. */
final class RememberedLives implements Lives {
  private final Map<String, Life> lives = new LinkedHashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<Consumer<LifeChange>> listeners = new ArrayList<>();
  private final CrankedTimers timers;

  RememberedLives(CrankedTimers timers) {
    this.timers = timers;
  }

  /** In {@code run} that happened to the finding of {@code title} on {@code node}. */
  void turn(String run, String node, String title, Severity severity, Turn.Kind kind) {
    turn(run, node, title, severity, kind, false, Optional.empty());
  }

  void turn(
      String run,
      String node,
      String title,
      Severity severity,
      Turn.Kind kind,
      boolean swinging,
      Optional<Judgement> judgement) {
    var print = new Fingerprint("%016x".formatted(title.hashCode() & 0xffffffffL));
    boolean fixed = kind == Turn.Kind.FIXED;
    var life =
        new Life(
            node,
            print,
            Optional.of(new CheckId("storage.space")),
            new Area("storage"),
            "/var",
            severity,
            title,
            "playbook",
            fixed ? Life.State.FIXED : Life.State.OPEN,
            kind == Turn.Kind.BACK,
            swinging,
            timers.now(),
            new RunId(run),
            timers.now(),
            new RunId(run),
            fixed ? Optional.of(timers.now()) : Optional.empty(),
            1,
            judgement);
    lives.put(node + "/" + print, life);
    turns.add(new Turn(timers.now(), new RunId(run), node, print, severity, kind));
  }

  void tell() {
    listeners.forEach(each -> each.accept(new LifeChange.New(lives.values().iterator().next())));
  }

  Instant now() {
    return timers.now();
  }

  @Override
  public List<Life> all() {
    return List.copyOf(lives.values());
  }

  @Override
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  @Override
  public CompletableFuture<Life> judge(String node, Fingerprint fingerprint, Judgement judgement) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Judged> judgements() {
    return List.of();
  }

  @Override
  public Registration onChange(Consumer<LifeChange> listener) {
    listeners.add(listener);
    return () -> {
      boolean _ = listeners.remove(listener);
    };
  }
}
