package dev.swarm.coordinator.standby;

import dev.swarm.bus.To;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.protocol.Replica;
import dev.swarm.protocol.Replicated;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks those who stand and are heard how far they are with a run, before anybody goes on with it:
 * whoever knows most of it goes on, and nobody does once it has ended.
 */
public record Consultation(Line line, Circle circle) {
  private static final Duration ANSWER = Duration.ofSeconds(1);

  /**
   * What the others say.
   *
   * @param ended whether one of them has the end of the run
   * @param ahead whether one of them is the better one to go on
   * @param epoch the highest that any of them knows
   */
  public record Advice(boolean ended, boolean ahead, long epoch) {}

  /** Asks everybody about the run of which we are as far as {@code own}. */
  public Future<Advice> about(Replicated own) {
    var question = new Replica(own.run(), 0, List.of());
    var answers = new ArrayList<Future<Optional<Other>>>();
    for (var session : circle.staying().keySet()) {
      answers.add(
          line.ask(Verb.REPLICA, To.coordinator(session), question, ANSWER)
              .map(far -> Optional.of(new Other(session, far)))
              .otherwise(Optional.empty()));
    }
    return Future.all(answers).map(all -> advice(own, all.list()));
  }

  private record Other(String session, Replicated far) {}

  private Advice advice(Replicated own, List<Optional<Other>> answers) {
    var others = answers.stream().flatMap(Optional::stream).toList();
    return new Advice(
        others.stream().anyMatch(other -> other.far().ended()),
        others.stream().anyMatch(other -> isBetter(other, own)),
        others.stream().mapToLong(other -> other.far().epoch()).max().orElse(0));
  }

  private boolean isBetter(Other other, Replicated own) {
    boolean same = !own.isAheadOf(other.far()) && !other.far().isAheadOf(own);
    return other.far().isAheadOf(own)
        || (same && other.session().compareTo(line.own().process()) < 0);
  }
}
