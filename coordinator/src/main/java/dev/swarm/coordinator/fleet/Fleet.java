package dev.swarm.coordinator.fleet;

import dev.swarm.bus.RefusedException;
import dev.swarm.bus.To;
import dev.swarm.coordinator.Timers;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Presence;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Who is there. Health is what nodes say to this very coordinator: beats that list its session, and
 * answers to its roll-call; membership only makes it ask. Owned by the desk.
 */
public final class Fleet {
  /** In a tick, so that it never becomes a storm. */
  private static final int TOLD_AT_ONCE = 20;

  private final Line line;
  private final Timers timers;
  private final Rhythm rhythm;
  private final Duration answer;
  private final Supplier<Optional<String>> revocations;
  private final Map<String, Known> nodes = new TreeMap<>();
  private final List<Attendance> attendances = new ArrayList<>();
  private final Set<String> strangers = new HashSet<>();
  private boolean counted;
  private int quiet;
  private int age;

  /**
   * Starts with nobody known.
   *
   * @param answer how long a node has to answer a roll-call
   * @param revocations the newest signed list of revoked keys
   */
  public Fleet(
      Line line,
      Timers timers,
      Rhythm rhythm,
      Duration answer,
      Supplier<Optional<String>> revocations) {
    this.line = line;
    this.timers = timers;
    this.rhythm = rhythm;
    this.answer = answer;
    this.revocations = revocations;
  }

  /** Tells {@code attendance} of everything from now on. */
  public void attend(Attendance attendance) {
    attendances.add(attendance);
  }

  public void leave(Attendance attendance) {
    attendances.remove(attendance);
  }

  /** Calls those of {@code names} that have not been heard yet. */
  public void expect(Collection<String> names) {
    // all are known before the first is called, for it is told how many there are
    names.stream()
        .map(this::known)
        .toList()
        .forEach(known -> {
          if (known.hello.isEmpty()) {
            call(known);
          }
        });
  }

  /**
   * A member with a valid claim to be {@code node} has joined the cluster.
   *
   * @param address its own, as {@code host:port}
   */
  public void memberJoined(String node, String address) {
    var known = known(node);
    known.member = Optional.of(address);
    known.patience = 0;
    call(known);
  }

  /**
   * Whether {@code node} neither introduced itself nor is among the members of the cluster that
   * were named to us: nothing says that it is there at all.
   */
  public boolean absent(String node) {
    var known = Optional.ofNullable(nodes.get(node));
    return counted
        && known.filter(one -> one.member.isPresent() || one.hello.isPresent()).isEmpty();
  }

  /** Every member that is there by now has been named: nobody is waited for on suspicion. */
  public void counted() {
    counted = true;
  }

  /** The member at {@code address}, as {@code host:port}, has left the cluster. */
  public void memberLeft(String address) {
    for (var known : nodes.values()) {
      known.member = known.member.filter(where -> !where.equals(address));
      if (known.hello.map(NodeHello::address).filter(address::equals).isPresent()) {
        doubt(known.node);
      }
    }
  }

  /** A member showed no valid claim; {@code by} saw it. */
  public void stranger(String address, String by) {
    if (strangers.add(address)) {
      tell(attendance -> attendance.stranger(address, by));
    }
  }

  /** A node beats; one that does not hear us yet is called. */
  public void beat(Beat beat) {
    var known = known(beat.node());
    if (!beat.heard().contains(line.own().process()) || !known.is(beat.instance())) {
      if (!known.seen.equals(beat.instance())) {
        known.seen = beat.instance();
        known.patience = 0;
      }
      call(known);
      return;
    }
    int before = known.capacity();
    known.beats(beat);
    alive(known);
    if (before != known.capacity()) {
      tell(attendance -> attendance.capacity(known.node, known.capacity()));
    }
    beat.strangers().forEach(address -> stranger(address, beat.node()));
  }

  /** Somebody got no answer from {@code node}: it is asked at once. */
  public void doubt(String node) {
    var known = known(node);
    known.patience = 0;
    call(known);
  }

  /** The same, for one who waits to hear whether it answers; never fails. */
  public Future<Boolean> check(String node) {
    var heard = Promise.<Boolean>promise();
    known(node).waiting.add(heard);
    doubt(node);
    return heard.future();
  }

  /** Where {@code node} is spoken to; empty if it never introduced itself. */
  public Optional<To> to(String node) {
    return Optional.ofNullable(nodes.get(node))
        .flatMap(known -> known.hello.map(hello -> To.node(node, hello.instance(), known.beat)));
  }

  public Optional<NodeView> node(String name) {
    return Optional.ofNullable(nodes.get(name)).map(Known::view);
  }

  /** Every node, by name. */
  public List<NodeView> nodes() {
    return nodes.values().stream().map(Known::view).toList();
  }

  /** Strangers seen so far, by whomever. */
  public Set<String> strangers() {
    return Set.copyOf(strangers);
  }

  /**
   * Whether whoever is there has had the time to show. Where the members of the cluster were named
   * to us, that is as soon as nobody new came for a moment; where not, when in addition we have
   * listened for longer than a beat.
   */
  public boolean settled() {
    if (counted) {
      return quiet >= 1;
    }
    return age > rhythm.ticks(rhythm.beat()) && quiet >= rhythm.ticks(rhythm.settling());
  }

  /** Time goes on; called once a {@link Rhythm#tick}. */
  public void tick() {
    quiet++;
    age++;
    List.copyOf(nodes.values()).forEach(this::look);
    pace();
  }

  /** Tells some of those who go by another tempo: a fleet has grown, or shrunk. */
  private void pace() {
    var tempo = Tempo.of(nodes.size());
    nodes.values().stream()
        .filter(known -> known.hello.isPresent() && !known.tempo.equals(tempo))
        .limit(TOLD_AT_ONCE)
        .forEach(this::call);
  }

  private void look(Known known) {
    known.silence++;
    known.patience = Math.max(0, known.patience - 1);
    if (known.hello.isEmpty() || known.suspected || known.lost) {
      call(known);
    } else if (known.silence >= rhythm.ticks(rhythm.silent())) {
      call(known);
    }
    if (known.hello.isPresent() && !known.lost && known.silence >= rhythm.ticks(rhythm.lost())) {
      known.lost = true;
      known.detail = "not heard for " + rhythm.lost().toSeconds() + " s, and did not answer";
      tell(attendance -> attendance.lost(known.node, known.detail));
    }
  }

  private Known known(String name) {
    return nodes.computeIfAbsent(name, Known::new);
  }

  private void call(Known known) {
    if (known.calling || known.patience > 0) {
      return;
    }
    known.calling = true;
    known.patience = known.lost ? rhythm.ticks(rhythm.beat()) : 1;
    var asked = timers.now();
    var tempo = Tempo.of(nodes.size());
    known.tempo = tempo;
    var call =
        new RollCall(
            line.own().process(), line.own().name(), Wire.VERSION, revocations.get(), tempo);
    var _ =
        line.ask(Verb.ROLL_CALL, To.nodeByClock(known.node, asked), call, answer)
            .onSuccess(presence -> answered(known, presence, asked))
            .onFailure(failure -> unanswered(known, failure))
            .onComplete(result -> called(known, result.succeeded()));
  }

  private void called(Known known, boolean answered) {
    known.calling = false;
    var waiting = List.copyOf(known.waiting);
    known.waiting.clear();
    waiting.forEach(heard -> heard.complete(answered));
  }

  private void answered(Known known, Presence presence, Instant asked) {
    var hello = presence.hello();
    if (!hello.node().equals(known.node)) {
      return;
    }
    var now = timers.now();
    var took = Duration.between(asked, now);
    known.clock = Optional.of(Duration.between(asked.plus(took.dividedBy(2)), presence.clock()));
    known.uncertainty = took.dividedBy(2);
    known.refusal = Optional.empty();
    var before = known.hello;
    known.beat =
        known.is(hello.instance()) ? Math.max(known.beat, presence.beat()) : presence.beat();
    known.introduced(hello);
    alive(known);
    if (before.filter(hello::equals).isEmpty()) {
      quiet = before.isEmpty() ? 0 : quiet;
      tell(attendance -> attendance.joined(hello));
    }
  }

  private void unanswered(Known known, Throwable failure) {
    if (failure instanceof RefusedException no) {
      refused(known, String.valueOf(no.getMessage()));
    } else if (known.hello.isPresent() && !known.suspected && !known.lost) {
      known.suspected = true;
      known.detail = "did not answer a roll-call within " + answer.toMillis() + " ms";
      tell(attendance -> attendance.suspected(known.node, known.detail));
    }
  }

  private void refused(Known known, String reason) {
    alive(known);
    if (known.refusal.filter(reason::equals).isEmpty()) {
      known.refusal = Optional.of(reason);
      tell(attendance -> attendance.refused(known.node, Verb.ROLL_CALL.id(), reason));
    }
  }

  private void alive(Known known) {
    known.silence = 0;
    if (known.suspected || known.lost) {
      known.suspected = false;
      known.lost = false;
      known.detail = "";
      tell(attendance -> attendance.returned(known.node));
    }
  }

  private void tell(java.util.function.Consumer<Attendance> what) {
    List.copyOf(attendances).forEach(what);
  }
}
