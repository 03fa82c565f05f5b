package dev.swarm.cli;

import dev.swarm.coordinator.Audit;
import dev.swarm.protocol.Budget;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.Recorder;
import dev.swarm.tools.recording.RecordingFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder that is made.")
  @Nullable
  private Path folder;

  @Option(
      names = "--plan",
      description = "Print every argv and path that an audit would ask for; record nothing.")
  private boolean plan;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      description = "With --plan: linux or macos; default this machine's.")
  @Nullable
  private String platform;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "With --plan: text or json.")
  private String output = "text";

  @Override
  public Integer call() {
    var settings = common.settings();
    if (plan) {
      return plan(settings);
    }
    if (folder == null) {
      throw new UsageException("name a folder to record into: swarm record DIR");
    }
    if (Files.exists(folder.resolve("manifest.json"))) {
      throw new UsageException(
          "could not record into " + folder + ": it holds a recording already; name a new folder");
    }
    return record(settings, folder);
  }

  private int plan(Settings settings) {
    if (!List.of("text", "json").contains(output)) {
      throw new UsageException("--output is text or json for a plan, not '" + output + "'");
    }
    var wanted = RecordingPlan.of(Knowledge.of(settings), settings, platform());
    System.out.print(output.equals("json") ? wanted.json() : wanted.text());
    return 0;
  }

  private Platform platform() {
    return platform == null
        ? Folders.here().platform()
        : Arrays.stream(Platform.values())
            .filter(one -> one.id().equals(platform))
            .findFirst()
            .orElseThrow(
                () -> new UsageException("--platform is linux or macos, not '" + platform + "'"));
  }

  private static int record(Settings settings, Path folder) {
    try (var opening = new Opening(settings, Optional.empty())) {
      var recorder = new Recorder(opening.host());
      var parts = opening.parts();
      var recording =
          new Station.Parts(
              settings, parts.knowledge(), recorder, parts.sandboxing(), Opening.passing());
      try (var station = Station.open(recording)) {
        var audit =
            new Audit(
                List.of(recorder.name()),
                parts.knowledge().checks().areas(),
                List.of(),
                Budget.standard(settings.timeout()),
                settings.timeout(),
                "playbook");
        var _ = station.coordinator().run(audit, _ -> {}).ended().await();
      }
      var recorded = recorder.recording();
      RecordingFolder.write(recorded, folder);
      System.err.printf(
          "swarm: recorded %d commands, %d files and %d directories into %s; secrets are hidden,"
              + " look through it before you pass it on%n",
          recorded.commands().size(),
          recorded.files().size(),
          recorded.directories().size(),
          folder);
      return 0;
    }
  }
}
