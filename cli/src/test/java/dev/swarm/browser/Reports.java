package dev.swarm.browser;

import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Options;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The HTML report of a run in which every text of every finding is an attack of its own. */
final class Reports {
  private static final RunId RUN = new RunId("20261129-080000-bad0");
  private static final Area AREA = new Area("storage");
  private static final String NODE = Words.payload(0);
  private static final SubtaskId ID = new SubtaskId("20261129-080000-bad0/n/storage");

  private Reports() {}

  static String hostile() throws IOException {
    var budget = Budget.standard(Duration.ofSeconds(9));
    var found = IntStream.range(0, Words.PAYLOADS).mapToObj(Reports::finding).toList();
    var effort = new Effort(1, 1, Duration.ofMillis(5));
    List<Event> events =
        List.of(
            new Event.RunStarted("0.1.0", "playbook", List.of(NODE), List.of(AREA), List.of()),
            new Event.SubtaskQueued(new Subtask(ID, RUN, NODE, AREA, List.of(), budget)),
            new Event.SubtaskEnded(
                new Outcome.Completed(ID, 1, "playbook", found, List.of(), List.of(), effort)),
            new Event.RunEnded(false));
    var recorded = new ArrayList<Recorded>();
    for (Event event : events) {
      recorded.add(new Recorded(RUN, 1, recorded.size() + 1, Instant.EPOCH, event));
    }
    var page = new StringBuilder();
    Format.HTML.renderer().render(Merge.merge(recorded, Optional.empty()), Options.STANDARD, page);
    return page.toString();
  }

  private static Finding finding(int index) {
    String text = Words.payload(index);
    return new Finding(
        new Fingerprint("f" + index),
        Optional.of(new CheckId(text)),
        AREA,
        NODE,
        text,
        Severity.WARNING,
        text,
        text,
        text,
        text,
        text,
        Optional.of(text),
        text,
        List.of(new Evidence(new CallId(text), text, List.of(text), 1, 1, text + "\n", text)));
  }
}
