package dev.swarm.coordinator.fleet;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Wire;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of one node. Owned by the desk. */
final class Known {
  final String node;
  Optional<NodeHello> hello = Optional.empty();
  long beat;

  /** Ticks since the last sign of life, or since it is expected. */
  int silence;

  /** What it was last told. */
  Tempo tempo = Tempo.STANDARD;

  /** Ticks until it may be called again. */
  int patience;

  /** The last instance that was called because it beat. */
  String seen = "";

  /** Where it was named to us as a member of the cluster; empty once that one has left. */
  Optional<String> member = Optional.empty();

  boolean calling;
  final List<Promise<Boolean>> waiting = new ArrayList<>();
  boolean suspected;
  boolean lost;
  String detail = "";
  Optional<String> refusal = Optional.empty();
  Optional<Duration> clock = Optional.empty();
  Duration uncertainty = Duration.ZERO;
  private double load = -1;
  private int busy;
  private int capacity;
  private int kept;
  private List<Attempt> running = List.of();
  private Map<String, Integer> refused = Map.of();
  private List<String> strangers = List.of();

  Known(String node) {
    this.node = node;
  }

  boolean is(String instance) {
    return hello.map(NodeHello::instance).filter(instance::equals).isPresent();
  }

  int capacity() {
    return capacity;
  }

  /** Takes a newer introduction; what an earlier instance said of itself is void. */
  void introduced(NodeHello newcomer) {
    if (!is(newcomer.instance())) {
      running = List.of();
      busy = 0;
      kept = 0;
      load = -1;
    }
    hello = Optional.of(newcomer);
    capacity = newcomer.capacity();
  }

  void beats(Beat latest) {
    beat = Math.max(beat, latest.number());
    load = latest.load();
    busy = latest.busy();
    capacity = latest.capacity();
    kept = latest.kept();
    running = latest.running();
    refused = latest.refused();
    strangers = latest.strangers();
  }

  NodeView.State state() {
    if (lost) {
      return NodeView.State.LOST;
    }
    if (suspected) {
      return NodeView.State.SUSPECTED;
    }
    if (refusal.isPresent()) {
      return NodeView.State.REFUSING;
    }
    if (hello.isEmpty()) {
      return NodeView.State.EXPECTED;
    }
    if (hello.get().protocolVersion() != Wire.VERSION) {
      return NodeView.State.INCOMPATIBLE;
    }
    return capacity < 1 ? NodeView.State.LEAVING : NodeView.State.PRESENT;
  }

  NodeView view() {
    var state = state();
    var words =
        switch (state) {
          case REFUSING -> refusal.orElse("");
          case INCOMPATIBLE -> versions();
          case EXPECTED -> "never heard";
          case LEAVING -> "takes nothing any more";
          case PRESENT -> "";
          case SUSPECTED, LOST -> detail;
        };
    return new NodeView(
        node,
        state,
        words,
        hello,
        load,
        busy,
        capacity,
        running,
        kept,
        refused,
        strangers,
        clock,
        uncertainty);
  }

  private String versions() {
    return hello
        .map(said ->
            "it speaks protocol %d (swarm %s), this coordinator speaks %d"
                .formatted(said.protocolVersion(), said.version(), Wire.VERSION))
        .orElse("");
  }
}
