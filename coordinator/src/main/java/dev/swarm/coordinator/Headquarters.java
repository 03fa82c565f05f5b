package dev.swarm.coordinator;

import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.coordinator.standby.Consultation;
import dev.swarm.coordinator.standby.Patience;
import dev.swarm.coordinator.standby.Standby;
import dev.swarm.coordinator.standby.Succession;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.protocol.CoordinatorBeat;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Replica;
import dev.swarm.protocol.Replicated;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A coordinator among others: it beats while it stands or leads, gives way to higher epochs, and
 * goes on with runs that have lost their leader. Owned by the desk.
 */
final class Headquarters implements Succession {
  /** Nodes keep outcomes for as long; what began before is nobody's to go on with. */
  static final Duration KEPT = Duration.ofHours(24);

  /** How often one who knows more is given the time to go on itself. */
  private static final int WAITS = 2;

  private static final Duration WAIT = Duration.ofSeconds(4);

  private final Surroundings here;
  private final Office office;
  private final Patience patience;
  private final Standby standby;
  private final Backlog backlog;
  private final Consumer<Conduct> begun;
  private long number;
  private int age;
  private int beatIn;

  /**
   * Leads nothing at first.
   *
   * @param begun hears of each run that is taken over
   */
  Headquarters(Surroundings here, Office office, Patience patience, Consumer<Conduct> begun) {
    this.here = here;
    this.office = office;
    this.patience = patience;
    this.begun = begun;
    this.backlog = new Backlog(here.store(), here.aside(), here.desk());
    this.standby =
        new Standby(
            here.line(),
            here.circle(),
            patience,
            here.store(),
            here.aside(),
            here.desk(),
            this,
            stands());
  }

  private boolean stands() {
    return here.tenure() == Tenure.STANDING;
  }

  Future<Replicated> replica(Sender from, Replica replica) {
    return standby.replica(from, replica);
  }

  /** Another coordinator beats. */
  void heard(Sender from, CoordinatorBeat beat) {
    if (from.process().equals(beat.session())) {
      here.circle().heard(beat).ifPresent(standby::heard);
    }
  }

  /** Time goes on; called once a tick. */
  void tick() {
    age++;
    here.fleet().tick();
    here.circle().tick();
    office.runs().forEach(Conduct::tick);
    standby.tick();
    if (here.tenure().amongOthers() && (stands() || !office.runs().isEmpty())) {
      beat();
    }
    if (here.tenure().stays() && age == (stands() ? patience.restart() : 1)) {
      takeUp();
    }
  }

  private void beat() {
    beatIn--;
    if (beatIn > 0) {
      return;
    }
    beatIn = patience.beat();
    number++;
    var leading =
        office.runs().stream()
            .filter(conduct -> !conduct.over())
            .map(Conduct::journal)
            .map(journal -> new CoordinatorBeat.Leading(journal.run(), journal.epoch()))
            .toList();
    here.line()
        .publish(
            Verb.COORDINATOR_BEAT,
            To.coordinators(),
            new CoordinatorBeat(
                here.session(),
                here.line().own().name(),
                here.version(),
                Wire.VERSION,
                number,
                stands(),
                here.circle().heard(),
                leading));
  }

  /** What an earlier process of ours has left open, and nobody else leads. */
  private void takeUp() {
    here.aside()
        .execute(() -> {
          var open =
              here.store().runs().runs().stream()
                  .filter(run -> run.ending() == RunSummary.Ending.UNFINISHED)
                  .filter(run -> run.started().isAfter(here.timers().now().minus(KEPT)))
                  .map(RunSummary::id)
                  .toList();
          here.desk().execute(() -> open.forEach(this::takeUp));
        });
  }

  private void takeUp(RunId run) {
    lead(run, 0, here.line().own().name(), WAITS);
  }

  @Override
  public Optional<Long> epoch(RunId run) {
    return office.run(run).filter(conduct -> !conduct.over()).map(c -> c.journal().epoch());
  }

  @Override
  public long sequence(RunId run) {
    return office.run(run).map(conduct -> conduct.journal().sequence()).orElse(0L);
  }

  @Override
  public void deposed(RunId run, String reason) {
    office.run(run).ifPresent(conduct -> conduct.deposed(reason));
  }

  @Override
  public CompletableFuture<Void> written(RunId run) {
    return office.written(run);
  }

  @Override
  public void takeOver(RunId run, long epoch, String from) {
    lead(run, epoch, from, WAITS);
  }

  /** Goes on with {@code run}, unless somebody else does, or ought to. */
  private void lead(RunId run, long atLeast, String from, int waits) {
    if (isElsewhere(run, atLeast)) {
      return;
    }
    var _ =
        backlog
            .read(run, standby.written(run))
            .onSuccess(events -> {
              var far = Standby.far(run, Optional.of(events.getLast()));
              var _ =
                  new Consultation(here.line(), here.circle())
                      .about(far)
                      .onSuccess(advice -> advised(events, atLeast, from, waits, advice));
            });
  }

  private void advised(
      List<Recorded> events, long atLeast, String from, int waits, Consultation.Advice advice) {
    var last = events.getLast();
    long epoch = Math.max(atLeast, Math.max(last.epoch(), advice.epoch()) + 1);
    if (advice.ended() || last.event() instanceof Event.RunEnded) {
      return;
    }
    if (standby.hasPast(last.run(), last.sequence())) {
      // a late message of the leader came while we asked around
      lead(last.run(), atLeast, from, waits);
    } else if (advice.ahead() && waits > 0) {
      var _ = here.timers().after(WAIT, () -> lead(last.run(), atLeast, from, waits - 1));
    } else if (!isElsewhere(last.run(), atLeast == 0 ? 0 : epoch)) {
      lead(events, epoch, from);
    }
  }

  private boolean isElsewhere(RunId run, long epoch) {
    var leader = here.circle().leader(run).map(other -> other.leading().get(run));
    return office.run(run).isPresent()
        || standby.follows(run)
        || leader.filter(theirs -> epoch == 0 || theirs >= epoch).isPresent();
  }

  private void lead(List<Recorded> events, long epoch, String from) {
    // of a run of another kind nobody here is to go on
    Terms.audit(events, here.tenure())
        .ifPresent(audit -> {
          var run = events.getFirst().run();
          var conduct = new Conduct(new Plan(run, audit), epoch, here);
          begun.accept(conduct);
          office.take(conduct);
          conduct.resume(events, here.line().own().name(), from);
        });
  }
}
