package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.http.view.Remark.Kind;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Proof;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said and done in one subtask, step by step, from the events of its run. */
public final class Conversation {
  /** So much of an output is told with the conversation; the whole of it on its own. */
  private static final int OUTPUT = 8_000;

  private final SubtaskId subtask;
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<CallId, Integer> calls = new HashMap<>();
  private final Map<CallId, Event.ToolCalled> called = new HashMap<>();
  private int turn;

  private Conversation(SubtaskId subtask) {
    this.subtask = subtask;
  }

  public static List<Remark> of(SubtaskId subtask, List<Recorded> events) {
    var conversation = new Conversation(subtask);
    events.forEach(recorded -> conversation.take(recorded.event(), recorded.at()));
    return List.copyOf(conversation.remarks);
  }

  private void take(Event event, Instant at) {
    if (Subject.of(event).filter(subtask::equals).isEmpty()) {
      return;
    }
    switch (event) {
      case Event.SubtaskQueued _ -> note(at, "queued", "");
      case Event.SubtaskOffered _ -> note(at, "offered to the node", "");
      case Event.SubtaskAccepted _ -> note(at, "accepted by the node", "");
      case Event.SubtaskRefused no -> note(at, "refused", no.reason());
      case Event.ToolCalled call -> called(call, at);
      case Event.ToolReturned back -> returned(back, at);
      case Event.ModelAsked asked -> turn = asked.turn();
      case Event.ModelReplied reply -> replied(reply, at);
      case Event.Escalated wish -> escalated(wish, at);
      case Event.ClaimJudged claim ->
          add(remark(at, Kind.CLAIM, claim.claimed(), claim.reason(), Optional.of(claim.proof())));
      case Event.SubtaskEnded end -> ended(end.outcome(), at);
      case Event.RunStarted _, Event.NodeJoined _, Event.RunEnded _, FleetEvent _ -> {}
    }
  }

  private void note(Instant at, String text, String reason) {
    add(remark(at, Kind.NOTE, text, reason, Optional.empty()));
  }

  private void ended(Outcome outcome, Instant at) {
    switch (outcome) {
      case Outcome.Completed _ -> note(at, "completed", "");
      case Outcome.Failed failed -> note(at, "failed: " + failed.cause().id(), failed.detail());
    }
  }

  private void escalated(Event.Escalated event, Instant at) {
    var wish = event.escalation();
    var text = wish.from() + " → " + (wish.permitted() ? wish.to() : "nobody") + ": ";
    add(remark(at, Kind.ESCALATION, text + wish.answer(), wish.reason(), Optional.empty()));
  }

  private void replied(Event.ModelReplied reply, Instant at) {
    add(
        new Remark(
            reply.turn(),
            at,
            Kind.MODEL,
            Optional.of(reply.model()),
            reply.text(),
            reply.calls(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            said(reply.trouble()),
            Optional.of(reply.took().toMillis()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private void called(Event.ToolCalled call, Instant at) {
    calls.put(call.call(), remarks.size());
    called.put(call.call(), call);
    add(tool(call, at, turn));
  }

  private static Remark tool(Event.ToolCalled call, Instant at, int turn) {
    return new Remark(
        turn,
        at,
        Kind.TOOL,
        Optional.empty(),
        "",
        List.of(),
        Optional.of(call.call().value()),
        Optional.of(call.tool()),
        call.argv(),
        Optional.of(call.again()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Stands where it was called, in the order asked. */
  private void returned(Event.ToolReturned back, Instant at) {
    var place = Optional.ofNullable(calls.get(back.call()));
    var call = Optional.ofNullable(called.get(back.call()));
    boolean cut = back.text().length() > OUTPUT;
    var whole =
        new Remark(
            place.map(one -> remarks.get(one).turn()).orElse(turn),
            place.map(one -> remarks.get(one).at()).orElse(at),
            Kind.TOOL,
            Optional.empty(),
            "",
            List.of(),
            Optional.of(back.call().value()),
            Optional.of(back.tool()),
            call.map(Event.ToolCalled::argv).orElse(List.of()),
            call.map(Event.ToolCalled::again),
            Optional.of(back.ending()),
            said(back.reason()),
            Optional.of(back.took().toMillis()),
            Optional.of(cut ? back.text().substring(0, OUTPUT) : back.text()),
            Optional.of(cut),
            Optional.of(back.sha256()),
            Optional.empty());
    if (place.isPresent()) {
      var _ = remarks.set(place.get(), whole);
    } else {
      add(whole);
    }
  }

  private Remark remark(Instant at, Kind kind, String text, String reason, Optional<Proof> proof) {
    return new Remark(
        turn,
        at,
        kind,
        Optional.empty(),
        text,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        said(reason),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        proof);
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(is -> !is.isEmpty());
  }

  private void add(Remark remark) {
    remarks.add(remark);
  }
}
