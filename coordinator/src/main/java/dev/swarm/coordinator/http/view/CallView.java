package dev.swarm.coordinator.http.view;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.util.List;
import java.util.Optional;

/**
 * A tool call with its whole kept output.
 *
 * @param argv the command, or the files that were read
 */
public record CallView(
    String call,
    String tool,
    List<String> argv,
    String ending,
    String reason,
    long tookMillis,
    int rows,
    String text,
    String sha256) {
  public CallView {
    argv = List.copyOf(argv);
  }

  /** The call of that name, if it came back. */
  public static Optional<CallView> of(SubtaskId subtask, CallId call, List<Recorded> events) {
    List<String> argv = List.of();
    Optional<CallView> found = Optional.empty();
    for (var recorded : events) {
      if (recorded.event() instanceof Event.ToolCalled begun
          && begun.subtask().equals(subtask)
          && begun.call().equals(call)) {
        argv = begun.argv();
      }
      if (recorded.event() instanceof Event.ToolReturned back
          && back.subtask().equals(subtask)
          && back.call().equals(call)) {
        found = Optional.of(of(back, argv));
      }
    }
    return found;
  }

  private static CallView of(Event.ToolReturned back, List<String> argv) {
    return new CallView(
        back.call().value(),
        back.tool(),
        argv,
        back.ending(),
        back.reason(),
        back.took().toMillis(),
        back.rows(),
        back.text(),
        back.sha256());
  }
}
