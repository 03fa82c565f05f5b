package dev.swarm.tools.recording;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.text.Sanitizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A host that asks another and keeps every first answer, redacted. Safe for many threads; the order
 * in the recording is by name, so that two recordings compare. What was cancelled is no answer.
 */
public final class Recorder implements Host {
  /** Stands for everybody but root. */
  private static final int ANYBODY = 1000;

  private final Host host;
  private final Instant begin;
  private final Sanitizer sanitizer = new Sanitizer();
  private final Map<Recording.Asked, CommandResult> commands =
      new ConcurrentSkipListMap<>(
          Comparator.comparing((Recording.Asked asked) -> String.join("\0", asked.argv()))
              .thenComparingInt(Recording.Asked::sample));
  private final Map<Recording.Read, FileResult> files =
      new ConcurrentSkipListMap<>(
          Comparator.comparing(Recording.Read::path).thenComparingInt(Recording.Read::sample));
  private final Map<String, DirectoryResult> directories = new ConcurrentSkipListMap<>();

  public Recorder(Host host) {
    this.host = host;
    this.begin = host.now();
  }

  /** What was asked and answered so far. */
  public Recording recording() {
    int uid = host.root() ? 0 : ANYBODY;
    return new Recording(host.platform(), host.name(), uid, begin, commands, files, directories);
  }

  @Override
  public Platform platform() {
    return host.platform();
  }

  @Override
  public String name() {
    return host.name();
  }

  @Override
  public boolean root() {
    return host.root();
  }

  @Override
  public Instant now() {
    return host.now();
  }

  @Override
  public void pause(Duration interval) {
    host.pause(interval);
  }

  @Override
  public CommandResult run(Command command) {
    var result = clean(host.run(command));
    keep(new Recording.Asked(command.argv(), command.sample()), result);
    return result;
  }

  /** A program that is not there is kept as a command that could not be started. */
  @Override
  public Optional<Failure> missing(String program) {
    var missing = host.missing(program);
    missing.ifPresent(why ->
        keep(
            new Recording.Asked(List.of(program), 1),
            new CommandResult.NotStarted(why, program + " is not installed")));
    return missing;
  }

  @Override
  public FileResult read(Path file, int sample) {
    var result =
        switch (host.read(file, sample)) {
          case FileResult.Content(var output) -> new FileResult.Content(clean(output));
          case FileResult.Failed(var why, var detail) -> new FileResult.Failed(why, clean(detail));
        };
    if (!(result instanceof FileResult.Failed(var why, _) && why == Failure.CANCELLED)) {
      files.putIfAbsent(new Recording.Read(file.toString(), sample), result);
    }
    return result;
  }

  /** The first list is everybody's: all that it names is then asked for, and so recorded. */
  @Override
  public DirectoryResult list(Path directory) {
    var known = directories.get(directory.toString());
    return known == null ? listed(directory) : known;
  }

  private DirectoryResult listed(Path directory) {
    var result =
        switch (host.list(directory)) {
          case DirectoryResult.Listing listing -> listing;
          case DirectoryResult.Failed(var why, var detail) ->
              new DirectoryResult.Failed(why, clean(detail));
        };
    if (!(result instanceof DirectoryResult.Failed(var why, _) && why == Failure.CANCELLED)) {
      directories.putIfAbsent(directory.toString(), result);
    }
    return result;
  }

  private void keep(Recording.Asked asked, CommandResult result) {
    var why =
        switch (result) {
          case CommandResult.Exited _ -> Optional.<Failure>empty();
          case CommandResult.Broken broken -> Optional.of(broken.why());
          case CommandResult.NotStarted notStarted -> Optional.of(notStarted.why());
        };
    if (why.filter(Failure.CANCELLED::equals).isEmpty()) {
      commands.putIfAbsent(asked, result);
    }
  }

  private CommandResult clean(CommandResult result) {
    return switch (result) {
      case CommandResult.Exited(var exit, var stdout, var stderr, var took) ->
          new CommandResult.Exited(exit, clean(stdout), clean(stderr), took);
      case CommandResult.Broken(var why, var detail, var stdout, var stderr, var took) ->
          new CommandResult.Broken(why, clean(detail), clean(stdout), clean(stderr), took);
      case CommandResult.NotStarted(var why, var detail) ->
          new CommandResult.NotStarted(why, clean(detail));
    };
  }

  private Output clean(Output output) {
    return new Output(clean(output.text()), output.omitted());
  }

  private String clean(String text) {
    return sanitizer.clean(text).value();
  }
}
