package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Anything that happened in a run. The store, the progress and replay all read the same events. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.RunStarted.class, name = "run-started"),
  @JsonSubTypes.Type(value = Event.NodeJoined.class, name = "node-joined"),
  @JsonSubTypes.Type(value = Event.SubtaskQueued.class, name = "subtask-queued"),
  @JsonSubTypes.Type(value = Event.SubtaskOffered.class, name = "subtask-offered"),
  @JsonSubTypes.Type(value = Event.SubtaskAccepted.class, name = "subtask-accepted"),
  @JsonSubTypes.Type(value = Event.SubtaskRefused.class, name = "subtask-refused"),
  @JsonSubTypes.Type(value = Event.ToolCalled.class, name = "tool-called"),
  @JsonSubTypes.Type(value = Event.ToolReturned.class, name = "tool-returned"),
  @JsonSubTypes.Type(value = Event.ModelAsked.class, name = "model-asked"),
  @JsonSubTypes.Type(value = Event.ModelReplied.class, name = "model-replied"),
  @JsonSubTypes.Type(value = Event.Escalated.class, name = "escalated"),
  @JsonSubTypes.Type(value = Event.ClaimJudged.class, name = "claim-judged"),
  @JsonSubTypes.Type(value = Event.SubtaskEnded.class, name = "subtask-ended"),
  @JsonSubTypes.Type(value = Event.RunEnded.class, name = "run-ended"),
  @JsonSubTypes.Type(value = FleetEvent.TermsSet.class, name = "terms-set"),
  @JsonSubTypes.Type(value = FleetEvent.LocalTermsSet.class, name = "local-terms-set"),
  @JsonSubTypes.Type(value = FleetEvent.LimitChosen.class, name = "limit-chosen"),
  @JsonSubTypes.Type(value = FleetEvent.NodeSuspected.class, name = "node-suspected"),
  @JsonSubTypes.Type(value = FleetEvent.NodeReturned.class, name = "node-returned"),
  @JsonSubTypes.Type(value = FleetEvent.NodeLost.class, name = "node-lost"),
  @JsonSubTypes.Type(value = FleetEvent.NeighbourAsked.class, name = "neighbour-asked"),
  @JsonSubTypes.Type(value = FleetEvent.ClockCompared.class, name = "clock-compared"),
  @JsonSubTypes.Type(value = FleetEvent.StrangerSeen.class, name = "stranger-seen"),
  @JsonSubTypes.Type(value = FleetEvent.CommandRefused.class, name = "command-refused"),
  @JsonSubTypes.Type(value = FleetEvent.StandbyJoined.class, name = "standby-joined"),
  @JsonSubTypes.Type(value = FleetEvent.StandbyLost.class, name = "standby-lost"),
  @JsonSubTypes.Type(value = FleetEvent.TookOver.class, name = "took-over"),
})
public sealed interface Event
    permits Event.RunStarted,
        Event.NodeJoined,
        Event.SubtaskQueued,
        Event.SubtaskOffered,
        Event.SubtaskAccepted,
        Event.SubtaskRefused,
        Event.ToolCalled,
        Event.ToolReturned,
        Event.ModelAsked,
        Event.ModelReplied,
        Event.Escalated,
        Event.ClaimJudged,
        Event.SubtaskEnded,
        Event.RunEnded,
        FleetEvent {
  /**
   * The first event of a run: what was asked.
   *
   * @param by who asked for it, where that was not the one who waits for its report: {@code
   *     schedule NAME}, {@code api} or {@code bus}
   */
  record RunStarted(
      String version,
      String mind,
      List<String> nodes,
      List<Area> areas,
      List<CheckId> checks,
      @JsonInclude(JsonInclude.Include.NON_ABSENT)
          @JacksonInject(value = Wire.NO_WORDS, useInput = OptBoolean.TRUE)
          Optional<String> by)
      implements Event {
    /** Of a run that somebody waits for. */
    public RunStarted(
        String version, String mind, List<String> nodes, List<Area> areas, List<CheckId> checks) {
      this(version, mind, nodes, areas, checks, Optional.empty());
    }

    public RunStarted {
      nodes = List.copyOf(nodes);
      areas = List.copyOf(areas);
      checks = List.copyOf(checks);
    }
  }

  record NodeJoined(NodeHello hello) implements Event {}

  record SubtaskQueued(Subtask subtask) implements Event {}

  record SubtaskOffered(SubtaskId subtask, int attempt) implements Event {}

  record SubtaskAccepted(SubtaskId subtask, int attempt) implements Event {}

  record SubtaskRefused(SubtaskId subtask, int attempt, Cause cause, String reason)
      implements Event {}

  /** A tool is about to run; {@code again} when it is measured a second time for proof. */
  record ToolCalled(SubtaskId subtask, CallId call, String tool, List<String> argv, boolean again)
      implements Event {
    public ToolCalled {
      argv = List.copyOf(argv);
    }
  }

  /**
   * A tool came back.
   *
   * @param ending {@code ok}, {@code nothing}, {@code unknown} …
   * @param text the redacted output, as the mind saw it
   */
  record ToolReturned(
      SubtaskId subtask,
      CallId call,
      String tool,
      String ending,
      String reason,
      Duration took,
      int rows,
      String text,
      String sha256)
      implements Event {}

  /** A model is about to be asked. */
  record ModelAsked(SubtaskId subtask, int turn, String model) implements Event {}

  /**
   * A model replied, or could not be had.
   *
   * @param endpoint the configured name; empty where none was asked
   * @param promptTokens as the server counts; zero where it does not
   * @param waited in queues and between attempts
   * @param text the model's own words, through the choke point
   * @param calls what it wants run, as words
   * @param trouble why there is no reply; empty if there is one
   */
  record ModelReplied(
      SubtaskId subtask,
      int turn,
      String model,
      String endpoint,
      long promptTokens,
      long completionTokens,
      long cachedTokens,
      Duration waited,
      Duration took,
      String text,
      List<String> calls,
      String trouble)
      implements Event {
    public ModelReplied {
      calls = List.copyOf(calls);
    }
  }

  record Escalated(SubtaskId subtask, Escalation escalation) implements Event {}

  record ClaimJudged(SubtaskId subtask, Proof proof, String claimed, String reason)
      implements Event {}

  record SubtaskEnded(Outcome outcome) implements Event {}

  /** The last event of a run. */
  record RunEnded(boolean cancelled) implements Event {}
}
