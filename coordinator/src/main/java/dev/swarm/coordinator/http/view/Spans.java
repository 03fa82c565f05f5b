package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.http.view.Span.Kind;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who worked when, within one subtask. Tools that run side by side, or one right after the other,
 * are one span, so that a time line stays small. Owned by one fold.
 */
final class Spans {
  private static final int MOST = 200;

  /** A pause that nobody sees. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final List<Span> done = new ArrayList<>();
  private final Set<CallId> running = new TreeSet<>();
  private final Set<String> tools = new TreeSet<>();
  private Optional<Instant> acting = Optional.empty();
  private Optional<Instant> thinking = Optional.empty();
  private String model = "";

  void waited(Instant from, Instant to, String forWhat) {
    add(new Span(Kind.WAITING, from, Optional.of(to), forWhat));
  }

  void called(Event.ToolCalled call, Instant at) {
    if (running.isEmpty()) {
      begin(at);
    }
    running.add(call.call());
    tools.add(call.tool());
  }

  void returned(Event.ToolReturned call, Instant at) {
    if (running.remove(call.call()) && running.isEmpty()) {
      acting.ifPresent(from -> add(new Span(Kind.ACTING, from, Optional.of(at), label())));
      acting = Optional.empty();
    }
  }

  void asked(Event.ModelAsked asked, Instant at) {
    thinking = Optional.of(at);
    model = asked.model();
  }

  /** The time in queues comes first: that part was waiting for the router. */
  void replied(Event.ModelReplied reply, Instant at) {
    thinking.ifPresent(from -> {
      var admitted = from.plus(reply.waited());
      var begun = admitted.isAfter(at) ? at : admitted;
      if (begun.isAfter(from.plus(PAUSE))) {
        waited(from, begun, "router");
      }
      add(new Span(Kind.THINKING, begun, Optional.of(at), reply.model()));
    });
    thinking = Optional.empty();
  }

  /** What still lasts ends with the subtask. */
  void end(Instant at) {
    open().forEach(span -> add(new Span(span.kind(), span.from(), Optional.of(at), span.label())));
    acting = Optional.empty();
    thinking = Optional.empty();
    running.clear();
  }

  List<Span> all() {
    var all = new ArrayList<>(done);
    all.addAll(open());
    return List.copyOf(all);
  }

  private List<Span> open() {
    var open = new ArrayList<Span>();
    acting.ifPresent(from -> open.add(new Span(Kind.ACTING, from, Optional.empty(), label())));
    thinking.ifPresent(from -> open.add(new Span(Kind.THINKING, from, Optional.empty(), model)));
    return open;
  }

  private void begin(Instant at) {
    var last = done.isEmpty() ? Optional.<Span>empty() : Optional.of(done.getLast());
    var goesOn =
        last.filter(span -> span.kind() == Kind.ACTING)
            .filter(span -> !span.to().orElse(at).plus(PAUSE).isBefore(at));
    if (goesOn.isPresent()) {
      var _ = done.removeLast();
      acting = Optional.of(goesOn.get().from());
    } else {
      tools.clear();
      acting = Optional.of(at);
    }
  }

  private String label() {
    return tools.size() == 1 ? tools.iterator().next() : tools.size() + " tools";
  }

  private void add(Span span) {
    if (done.size() < MOST) {
      done.add(span);
    }
  }
}
