package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.checks.Check;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.tools.Wanted;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.LiveHost;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recorder;
import dev.swarm.tools.recording.Recording;
import dev.swarm.tools.recording.RecordingFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This very machine: recorded, audited from the recording, and compared with the plan. */
class RecordingIT {
  @TempDir Path folder;
  private Knowledge knowledge;
  private Settings settings;
  private Recording recording;
  private Map<CheckId, CoverageState> live;

  @BeforeEach
  void record() {
    settings = SettingsReader.read(Optional.empty(), List.of());
    knowledge = Knowledge.of(settings);
    var recorder = new Recorder(LiveHost.sandboxed(folder.resolve("work")));
    live = audit(recorder);
    recording = recorder.recording();
  }

  /** What was looked at twice may have changed in between; a sample always has. */
  @Test
  void an_audit_of_the_recording_ends_as_the_audit_that_was_recorded() {
    RecordingFolder.prepare(folder.resolve("rec"));
    RecordingFolder.write(recording, folder.resolve("rec"));
    var again = audit(new RecordedHost(RecordingFolder.read(folder.resolve("rec"))));
    assertTrue(live.size() > 100, () -> "only " + live.size() + " checks");
    live.keySet().removeIf(this::sample);
    again.keySet().removeIf(this::sample);
    assertEquals(live, again);
  }

  @Test
  void a_hole_is_unknown_and_never_ok() {
    var holes = audit(new RecordedHost(without(recording)));
    holes.forEach((check, state) ->
        assertTrue(
            state == CoverageState.UNKNOWN || (state == live.get(check) && notLooked(state)),
            () -> check + " is " + state + " although nothing was recorded"));
    assertTrue(holes.size() > 100);
  }

  @Test
  void the_plan_names_everything_that_was_asked() {
    var plan = RecordingPlan.of(knowledge, settings, recording.platform()).wanted();
    var unplanned = new ArrayList<String>();
    recording
        .commands()
        .forEach((asked, result) -> {
          boolean program = asked.argv().size() == 1 && result instanceof CommandResult.NotStarted;
          if (!program && plan.stream().noneMatch(one -> covers(one, asked))) {
            unplanned.add("command " + asked);
          }
        });
    recording.files().keySet().stream()
        .filter(read -> plan.stream().noneMatch(one -> covers(one, read)))
        .forEach(read -> unplanned.add("file " + read));
    recording.directories().keySet().stream()
        .filter(path ->
            plan.stream()
                .noneMatch(one -> one instanceof Wanted.Directory(var glob) && matches(glob, path)))
        .forEach(path -> unplanned.add("directory " + path));
    assertEquals(List.of(), unplanned);
  }

  private Map<CheckId, CoverageState> audit(Host host) {
    var states = new TreeMap<CheckId, CoverageState>((a, b) -> a.value().compareTo(b.value()));
    var time = Duration.ofSeconds(60);
    var areas = knowledge.checks().areas();
    var audit =
        new Audit(List.of(host.name()), areas, List.of(), Budget.standard(time), time, "playbook");
    var store = new PassingStore("a test");
    var parts =
        new Station.Parts(
            settings,
            knowledge,
            host,
            Sandboxing.OF_A_RECORDING,
            store,
            new Surroundings(Map.of(), System.out, System.err));
    try (var station = Station.open(parts)) {
      var transcript = new Transcript();
      var _ = station.coordinator().run(audit, transcript).ended().await();
      transcript
          .events()
          .forEach(recorded -> {
            if (recorded.event() instanceof Event.SubtaskEnded(Outcome.Completed done)) {
              done.coverage().forEach(one -> states.put(one.check(), one.state()));
            }
          });
    }
    return states;
  }

  private boolean sample(CheckId id) {
    return knowledge.checks().check(id).orElseThrow().kind() == Check.Kind.SAMPLE;
  }

  private static boolean notLooked(CoverageState state) {
    return state == CoverageState.NOT_APPLICABLE || state == CoverageState.NOT_RUN;
  }

  private static Recording without(Recording recording) {
    return new Recording(
        recording.platform(),
        recording.hostname(),
        recording.uid(),
        recording.recordedAt(),
        Map.<Recording.Asked, CommandResult>of(),
        Map.<Recording.Read, FileResult>of(),
        Map.<String, DirectoryResult>of());
  }

  private static boolean covers(Wanted wanted, Recording.Asked asked) {
    return wanted instanceof Wanted.Command(var argv, var samples)
        && asked.sample() <= samples
        && matches(String.join("\0", argv), String.join("\0", asked.argv()));
  }

  private static boolean covers(Wanted wanted, Recording.Read read) {
    return wanted instanceof Wanted.File(var path, var samples)
        && read.sample() <= samples
        && matches(path, read.path());
  }

  /** {@code *}, {@code [pid]} and {@code {placeholders}} stand for something. */
  private static boolean matches(String planned, String asked) {
    var pattern = new StringBuilder();
    var part = Pattern.compile("\\*|\\[pid]|\\{[a-z_]+}").matcher(planned);
    int from = 0;
    while (part.find()) {
      pattern.append(Pattern.quote(planned.substring(from, part.start())));
      pattern.append(
          switch (part.group().charAt(0)) {
            case '*' -> "[^/]*";
            case '[' -> "[0-9]+";
            default -> "[^\0]+";
          });
      from = part.end();
    }
    return asked.matches(pattern + Pattern.quote(planned.substring(from)));
  }
}
