package dev.swarm.cli;

import dev.swarm.coordinator.life.Life;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm findings}: what is wrong, since when, and what was said of it. */
@Command(
    name = "findings",
    description = "Lists findings over all kept runs: since when, fixed or back, and judged how.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  swarm findings --severity critical",
      "  swarm findings accept 6d071389 --until 2027-01-31 --reason \"moves in January\"",
      "  swarm findings --life fixed --output json"
    })
final class FindingsCommand implements Callable<Integer> {
  private static final Comparator<Life> WORST =
      Comparator.comparing(Life::severity)
          .reversed()
          .thenComparing(Life::node)
          .thenComparing(Life::title);

  private final Surroundings here;

  @Mixin private final Setup setup;

  @Option(
      names = "--life",
      order = 1,
      paramLabel = "STATE",
      description =
          "open (default: also what is accepted), fixed, back, swinging, accepted, acknowledged,"
              + " called-wrong or all.")
  private String life = "open";

  @Option(names = "--node", order = 2, paramLabel = "NODE", description = "Of this node only.")
  @Nullable
  private String node;

  @Option(names = "--area", order = 3, paramLabel = "AREA", description = "Of this area only.")
  @Nullable
  private String area;

  @Option(
      names = "--severity",
      order = 4,
      paramLabel = "SEVERITY",
      description = "From this severity up: info, warning or critical.")
  private String severity = "info";

  @Option(
      names = "--output",
      order = 20,
      paramLabel = "FORMAT",
      description = "text or json; default text.")
  private String output = "text";

  private FindingsCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  /** With all that stands below it. */
  static CommandLine line(Surroundings here) {
    return new CommandLine(new FindingsCommand(here))
        .addSubcommand(new AcknowledgeCommand(here))
        .addSubcommand(new AcceptCommand(here))
        .addSubcommand(new WrongCommand(here))
        .addSubcommand(new WithdrawCommand(here));
  }

  private enum Shape {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    var shape = Choice.of("--output", output, Shape.values(), FindingsCommand::id);
    var which = Choice.of("--life", life, Lived.values(), FindingsCommand::id);
    var least = Choice.severity("--severity", severity);
    var now = new SystemClock().instant();
    try (var store = Opening.store(here, setup.settings())) {
      var all = store.lives().all();
      var lives = all.stream().filter(one -> wanted(one, least, which, now)).sorted(WORST).toList();
      switch (shape) {
        case JSON -> here.out().print(FindingsJson.of(lives, now));
        case TEXT -> here.out().print(FindingsText.of(lives, now, here.terminal().width()));
      }
      if (lives.isEmpty()) {
        here.say(
            all.isEmpty()
                ? "no finding in any kept run; swarm audit makes one"
                : "none of these; " + all.size() + " in all: swarm findings --life all");
      }
      return Exit.DONE.code();
    }
  }

  private boolean wanted(Life one, Severity least, Lived which, Instant now) {
    return (node == null || one.node().equals(node))
        && (area == null || one.area().value().equals(area))
        && one.severity().atLeast(least)
        && which.fits(one, now);
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
