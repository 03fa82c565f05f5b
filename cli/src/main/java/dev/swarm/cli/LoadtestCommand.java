package dev.swarm.cli;

import dev.swarm.loadtest.net.Cabling;
import dev.swarm.loadtest.result.Comparison;
import dev.swarm.loadtest.result.Earlier;
import dev.swarm.loadtest.result.HtmlResult;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.result.TextResult;
import dev.swarm.loadtest.run.Brains;
import dev.swarm.loadtest.run.LoadTest;
import dev.swarm.loadtest.run.LoadTestException;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.loadtest.scenario.ScenarioException;
import dev.swarm.protocol.Wire;
import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code swarm loadtest}: how many, how fast, and who did what. */
@Command(
    name = "loadtest",
    description =
        "Brings up a fleet on this machine, with a scripted router and a real clustered bus, puts"
            + " tasks to it that run real commands, and says how fast it was.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every task succeeded, and nothing is worse than allowed",
      "1:with --compare: worse than allowed",
      "2:usage or configuration, or the fleet could not be brought up",
      "3:a task failed",
      "70:a bug of ours",
      "130:interrupted; everything was taken down"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  swarm loadtest",
      "  swarm loadtest reference --output html --output-file load.html",
      "  swarm loadtest reference-fast --sandbox on --compare before.json"
    })
final class LoadtestCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final LoadtestOptions options = new LoadtestOptions();

  @Option(
      names = "--router",
      order = 40,
      paramLabel = "URL",
      description = "Let this router think, with --model, instead of the scripted one.")
  @Nullable
  private URI router;

  @Option(
      names = "--model",
      order = 41,
      paramLabel = "NAME",
      description = "What that router serves.")
  @Nullable
  private String model;

  @Option(
      names = "--fleet",
      order = 42,
      description =
          "Put audits to the fleet of swarm.yaml instead of one brought up here: all its nodes, a"
              + " task for each area, as often as --duration says.")
  private boolean fleet;

  @Option(
      names = "--compare",
      order = 50,
      paramLabel = "FILE",
      description = "An earlier result (--output json) to stand beside this one.")
  @Nullable
  private Path compare;

  @Option(
      names = "--limit",
      order = 51,
      paramLabel = "RATIO",
      description = "With --compare: how much worse is allowed; default ${DEFAULT-VALUE}.")
  private double limit = 1.1;

  @Option(
      names = "--output",
      order = 60,
      paramLabel = "FORMAT",
      description = "text (default), json or html.")
  private String output = "text";

  @Option(
      names = "--output-file",
      order = 61,
      paramLabel = "FILE",
      description = "Write the result there instead of to stdout.")
  @Nullable
  private Path file;

  @Spec private CommandSpec spec;

  @Mixin private final Talk talk;
  @Mixin private final Setup setup;
  @Mixin private final FleetOptions place = new FleetOptions();

  LoadtestCommand(Surroundings here) {
    this.here = here;
    this.talk = new Talk(here);
    this.setup = new Setup(here);
  }

  private enum Format {
    TEXT,
    JSON,
    HTML
  }

  @Override
  public Integer call() throws InterruptedException {
    var format =
        Choice.of("--output", output, Format.values(), one -> one.name().toLowerCase(Locale.ROOT));
    reportFile().ifPresent(ReportFile::check);
    var before = Optional.ofNullable(compare).map(LoadtestCommand::earlier);
    var scenario = scenario();
    if (scenario.faults().cutEvery().isPresent() && Cabling.here().isEmpty()) {
      return hub().run();
    }
    var result = run(scenario);
    if (result.isEmpty()) {
      return Exit.INTERRUPTED.code();
    }
    print(rendered(result.get(), format));
    return judged(result.get(), before.map(one -> new Comparison(one, result.get(), limit)));
  }

  private Scenario scenario() {
    if (!(limit >= 1 && limit <= 1000)) {
      throw new UsageException("--limit is a ratio from 1 to 1000, such as 1.1");
    }
    try {
      return options.scenario();
    } catch (ScenarioException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private LoadtestHub hub() {
    if (fleet || router != null) {
      throw new UsageException(
          "cut-every cuts a network of the load test's own: it goes neither with --fleet nor with"
              + " --router");
    }
    return new LoadtestHub(here, spec.root().commandLine().getParseResult().originalArgs());
  }

  private Optional<Result> run(Scenario scenario) throws InterruptedException {
    if (fleet) {
      return new LoadtestFleet(here, place.on(setup.settings()), scenario, talk).run();
    }
    try (var progress = talk.progress()) {
      var test = new LoadTest(scenario, brains(), here.folders().work(), this::tell, progress);
      try (var _ = Interruption.of(here, test::stop)) {
        return test.run();
      }
    } catch (LoadTestException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private void tell(String what) {
    if (talk.verbose()) {
      here.say(what);
    }
  }

  private Brains brains() {
    if (router == null && model == null) {
      return new Brains.Scripted();
    }
    if (router == null || model == null) {
      throw new UsageException("--router and --model belong together");
    }
    return new Brains.Real(router, model);
  }

  private Optional<ReportFile> reportFile() {
    return Optional.ofNullable(file).map(ReportFile::new);
  }

  private static String rendered(Result result, Format format) {
    return switch (format) {
      case TEXT -> TextResult.of(result);
      case JSON -> Wire.encode(result) + "\n";
      case HTML -> HtmlResult.of(result);
    };
  }

  private void print(String text) {
    reportFile()
        .ifPresentOrElse(
            place -> place.write(out -> out.write(text)),
            () -> {
              here.out().print(text);
              here.out().flush();
            });
  }

  private int judged(Result result, Optional<Comparison> comparison) {
    comparison.ifPresent(one -> here.err().print(one.text()));
    if (comparison.filter(Comparison::worse).isPresent()) {
      return 1;
    }
    return result.failed() == 0 ? Exit.DONE.code() : Exit.INCOMPLETE.code();
  }

  private static Earlier earlier(Path path) {
    try {
      return Earlier.parse(Definitions.text(path));
    } catch (IOException e) {
      throw new UsageException(
          "could not read the earlier result " + path + ": " + Definitions.reason(e));
    } catch (IllegalArgumentException e) {
      throw new UsageException("could not compare with " + path + ": " + e.getMessage());
    }
  }
}
