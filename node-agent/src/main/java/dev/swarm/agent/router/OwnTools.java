package dev.swarm.agent.router;

import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import java.util.List;
import java.util.Set;

/** The tools that are no probes: to read on, to report, to take back, to end. */
final class OwnTools {
  static final String READ_MORE = "read_more";
  static final String REPORT = "report_finding";
  static final String WITHDRAW = "withdraw_finding";
  static final String CONCLUDE = "conclude";
  static final Set<String> NAMES = Set.of(READ_MORE, REPORT, WITHDRAW, CONCLUDE);
  private static final int MOST_LINES = 1_000_000;
  private static final List<ToolSpec> ALL = List.of(readMore(), report(), withdraw(), conclude());

  private OwnTools() {}

  static List<ToolSpec> all() {
    return ALL;
  }

  private static ToolSpec readMore() {
    return new ToolSpec(
        READ_MORE,
        "Shows lines of an earlier result.",
        Schema.object()
            .text("result", "r3")
            .integer("from", "first line", 1, MOST_LINES)
            .text("find", "only lines that hold this text")
            .required(List.of("result"))
            .build());
  }

  private static ToolSpec report() {
    return new ToolSpec(
        REPORT,
        "Reports one problem.",
        Schema.object()
            .texts("lines", "labels of the lines that show it: r3:12", 1)
            .text("subject", "what it is about, as those lines name it")
            .text("field", "the value that is wrong: used_percent")
            .text("sentence", "what is wrong, in one sentence")
            .required(List.of("lines", "subject", "sentence"))
            .build());
  }

  private static ToolSpec withdraw() {
    return new ToolSpec(
        WITHDRAW,
        "Takes back a report that did not hold.",
        Schema.object().text("id", "c1").required(List.of("id")).build());
  }

  private static ToolSpec conclude() {
    return new ToolSpec(
        CONCLUDE, "Ends the examination.", Schema.object().text("summary", "one sentence").build());
  }
}
