package dev.swarm.cli;

import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swarm export RUN}: every event as it is kept, and the hash that they add up to. */
@Command(
    name = "export",
    description = "Writes every event of a kept run, a line of JSON each, and says their hash.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "latest",
      paramLabel = "RUN",
      description = "An id, the beginning of one, latest, or latest~1 for the one before.")
  private String run = "latest";

  @Option(
      names = "--output-file",
      order = 21,
      paramLabel = "FILE",
      description = "Write them there instead of to stdout.")
  @Nullable
  private Path file;

  ExportCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var target = Optional.ofNullable(file).map(ReportFile::new);
    target.ifPresent(ReportFile::check);
    try (var store = Opening.store(here, setup.settings())) {
      var id = store.runs().resolve(run);
      var hash = new String[1];
      if (target.isPresent()) {
        target.get().write(out -> hash[0] = lines(store, id, out));
      } else {
        hash[0] = store.export(id, here.out()::println);
      }
      here.say("run " + id + ", sha256 chain " + hash[0]);
      return Exit.DONE.code();
    }
  }

  private static String lines(SqliteStore store, RunId id, Writer out) throws IOException {
    try {
      return store.export(id, line -> line(line, out));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void line(String line, Writer out) {
    try {
      out.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
