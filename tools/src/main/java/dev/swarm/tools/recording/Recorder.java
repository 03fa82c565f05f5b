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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A host that asks another and keeps every first answer, redacted. Safe for many threads; the order
 * in the recording is by name, so that two recordings compare.
 */
public final class Recorder implements Host {
  private final Host host;
  private final Instant begin;
  private final Sanitizer sanitizer = new Sanitizer();
  private final Map<String, Map.Entry<Recording.Asked, CommandResult>> commands =
      new ConcurrentSkipListMap<>();
  private final Map<String, Map.Entry<Recording.Read, FileResult>> files =
      new ConcurrentSkipListMap<>();
  private final Map<String, DirectoryResult> directories = new ConcurrentSkipListMap<>();

  public Recorder(Host host) {
    this.host = host;
    this.begin = host.now();
  }

  /** What was asked and answered so far. */
  public Recording recording() {
    var ran = new java.util.LinkedHashMap<Recording.Asked, CommandResult>();
    commands.values().forEach(entry -> ran.put(entry.getKey(), entry.getValue()));
    var read = new java.util.LinkedHashMap<Recording.Read, FileResult>();
    files.values().forEach(entry -> read.put(entry.getKey(), entry.getValue()));
    return new Recording(
        host.platform(), host.name(), host.root() ? 0 : 1000, begin, ran, read, directories);
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
    var asked = new Recording.Asked(command.argv(), command.sample());
    commands.putIfAbsent(
        String.join("\0", command.argv()) + "\0" + command.sample(), Map.entry(asked, result));
    return result;
  }

  @Override
  public Optional<Failure> missing(String program) {
    return host.missing(program);
  }

  @Override
  public FileResult read(Path file, int sample) {
    var result =
        switch (host.read(file, sample)) {
          case FileResult.Content(var output) -> new FileResult.Content(clean(output));
          case FileResult.Failed failed -> failed;
        };
    files.putIfAbsent(
        file + "\0" + sample, Map.entry(new Recording.Read(file.toString(), sample), result));
    return result;
  }

  @Override
  public DirectoryResult list(Path directory) {
    var result = host.list(directory);
    directories.putIfAbsent(directory.toString(), result);
    return result;
  }

  private CommandResult clean(CommandResult result) {
    return switch (result) {
      case CommandResult.Exited(var exit, var stdout, var stderr, var took) ->
          new CommandResult.Exited(exit, clean(stdout), clean(stderr), took);
      case CommandResult.Broken(var why, var detail, var stdout, var stderr, var took) ->
          new CommandResult.Broken(why, detail, clean(stdout), clean(stderr), took);
      case CommandResult.NotStarted notStarted -> notStarted;
    };
  }

  private Output clean(Output output) {
    return new Output(sanitizer.clean(output.text()).value(), output.omitted());
  }
}
