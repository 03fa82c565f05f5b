package dev.swarm.fleet;

import dev.swarm.chaos.History;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Patience;
import dev.swarm.chaos.Program;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A machine and the process that stays on it, an agent or a coordinator; whatever is done to it is
 * written down.
 */
final class Daemon {
  private static final Duration WORK = Duration.ofMinutes(1);
  private static final Duration START = Duration.ofMinutes(3);

  private final Machine machine;
  private final String word;
  private final History history;
  private Optional<Program> program = Optional.empty();

  /**
   * @param word of the command line: {@code agent} or {@code serve}
   */
  Daemon(Machine machine, String word, History history) {
    this.machine = machine;
    this.word = word;
    this.history = history;
  }

  String name() {
    return machine.name();
  }

  Machine machine() {
    return machine;
  }

  Program program() {
    return program.orElseThrow(() -> new IllegalStateException(name() + " was never started"));
  }

  void start() {
    tell("start");
    program = Optional.of(Charter.start(machine, word));
  }

  /** Waits until it takes part, and tells how long that took. */
  Duration awaitReady() {
    return program().awaitSaid(Charter.READY, START);
  }

  /** Waits until it is in the midst of the slow work. */
  void awaitWork() {
    var _ = Patience.until(() -> program().hasChild("sleep 1.5"), WORK, () -> name() + " works");
  }

  void kill9() {
    tell("kill -9");
    program().kill9();
  }

  void term() {
    tell("TERM");
    program().term();
  }

  void stop() {
    tell("STOP");
    program().stop();
  }

  void cont() {
    tell("CONT");
    program().cont();
  }

  private void tell(String what) {
    history.tell(what, Map.of("node", name()));
  }
}
