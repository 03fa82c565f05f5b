package dev.swarm.agent.log;

import dev.swarm.agent.chain.StorageException;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.text.Sanitizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A host that no program starts on before that is written down. Where it cannot be, none starts.
 * Any thread.
 */
final class LoggedHost implements Host {
  private final Host host;
  private final CommandLog log;
  private final Optional<Commission> by;
  private final Sanitizer sanitizer = new Sanitizer();

  /** Tools read thousands of files of a few sorts; each sort is told once. */
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  LoggedHost(Host host, CommandLog log, Optional<Commission> by) {
    this.host = host;
    this.log = log;
    this.by = by;
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
    long call = log.nextCall();
    try {
      log.write(new Logged.Starting(log.wall().instant(), call, clean(command.argv()), by));
    } catch (StorageException e) {
      return new CommandResult.NotStarted(
          Failure.BROKEN, "nothing runs that cannot be written down: " + e.getMessage());
    }
    var result = host.run(command);
    log.tell(ended(call, result));
    return result;
  }

  private List<String> clean(List<String> argv) {
    return argv.stream().map(word -> sanitizer.clean(word).value()).toList();
  }

  private Logged ended(long call, CommandResult result) {
    var now = log.wall().instant();
    return switch (result) {
      case CommandResult.Exited(int exit, _, _, var took) ->
          new Logged.Ended(now, call, "exit " + exit, took);
      case CommandResult.Broken(var why, _, _, _, var took) ->
          new Logged.Ended(now, call, word(why), took);
      case CommandResult.NotStarted(var why, _) ->
          new Logged.Ended(now, call, "not started: " + word(why), Duration.ZERO);
    };
  }

  private static String word(Failure why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Optional<Failure> missing(String program) {
    return host.missing(program);
  }

  @Override
  public FileResult read(Path file, int sample) {
    reading(file.toString());
    return host.read(file, sample);
  }

  @Override
  public DirectoryResult list(Path directory) {
    reading(directory + "/");
    return host.list(directory);
  }

  private void reading(String path) {
    var sort = path.replaceAll("/[0-9]+(?=/|$)", "/*");
    if (read.add(sort)) {
      log.tell(new Logged.Reading(log.wall().instant(), sanitizer.clean(sort).value(), by));
    }
  }
}
