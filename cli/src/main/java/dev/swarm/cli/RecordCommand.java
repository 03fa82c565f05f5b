package dev.swarm.cli;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Run;
import dev.swarm.protocol.Budget;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.Recorder;
import dev.swarm.tools.recording.Recording;
import dev.swarm.tools.recording.RecordingFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swarm record}: keeps what an audit asks of this machine in a folder, redacted. */
@Command(
    name = "record",
    description = "Records this machine for an audit elsewhere (swarm audit --recording DIR).",
    sortOptions = false)
final class RecordCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final Talk talk;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "A new or empty folder.")
  @Nullable
  private Path folder;

  @Option(
      names = "--plan",
      order = 1,
      description = "Print every argv and path that an audit would ask for; record nothing.")
  private boolean plan;

  @Option(
      names = "--platform",
      order = 2,
      paramLabel = "PLATFORM",
      description = "With --plan: linux or macos; default this machine's.")
  @Nullable
  private String platform;

  @Option(
      names = "--output",
      order = 3,
      paramLabel = "FORMAT",
      description = "With --plan: text (default) or json.")
  @Nullable
  private String output;

  RecordCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.talk = new Talk(here);
  }

  private enum PlanFormat {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    var settings = setup.settings();
    if (plan) {
      return plan(settings);
    }
    if (platform != null || output != null) {
      throw new UsageException("--platform and --output belong to --plan: swarm record --plan");
    }
    if (folder == null) {
      throw new UsageException("could not record: name a folder, swarm record DIR");
    }
    RecordingFolder.prepare(folder);
    return record(settings, folder);
  }

  private int plan(Settings settings) {
    if (folder != null) {
      throw new UsageException("--plan records nothing: leave '" + folder + "' out");
    }
    var format =
        Choice.of(
            "--output",
            Optional.ofNullable(output).orElse("text"),
            PlanFormat.values(),
            one -> one.name().toLowerCase(Locale.ROOT));
    var on =
        platform == null
            ? here.folders().platform()
            : Choice.of("--platform", platform, Platform.values(), Platform::id);
    var wanted = RecordingPlan.of(Knowledge.of(settings), settings, on);
    here.out()
        .print(
            switch (format) {
              case TEXT -> PlanText.of(wanted);
              case JSON -> PlanJson.of(wanted);
            });
    return Exit.DONE.code();
  }

  private int record(Settings settings, Path folder) {
    try (var opening = Opening.passing(here, settings, "a recording is kept instead")) {
      var recorder = new Recorder(opening.host());
      opening.knowledge().problems().forEach(problem -> here.say("ignored: " + problem));
      if (audited(opening.parts(), recorder)) {
        return Exit.INTERRUPTED.code();
      }
      var recording = recorder.recording();
      RecordingFolder.write(recording, folder);
      here.say(summary(recording, folder));
      return Exit.DONE.code();
    }
  }

  /** Audits the recorder's machine, for the asking; whether somebody stopped it. */
  private boolean audited(Station.Parts parts, Recorder recorder) {
    var asking = parts.alone(recorder);
    var limit = parts.settings().timeout();
    var areas = parts.knowledge().checks().areas();
    var audit =
        new Audit(
            List.of(recorder.name()), areas, List.of(), Budget.standard(limit), limit, "playbook");
    try (var station = Station.open(asking);
        var progress = talk.progress()) {
      return stopped(station.coordinator().run(audit, progress));
    }
  }

  private boolean stopped(Run run) {
    try (var interruption = Interruption.of(here, run::cancel)) {
      var _ = run.ended().await();
      var _ = run.told().await();
      return interruption.happened();
    }
  }

  private static String summary(Recording recording, Path folder) {
    return "recorded "
        + recording.commands().size()
        + " commands, "
        + recording.files().size()
        + " files and "
        + recording.directories().size()
        + " directories into "
        + folder
        + "; known secrets are hidden, look through it before you pass it on";
  }
}
