package dev.swarm.cli;

import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.KeyFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swarm keys show FILE}. */
@Command(name = "show", description = "Says what is in the file of a key, without its secrets.")
final class KeysShowCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(paramLabel = "FILE", description = "As swarm keys enrol made it.")
  private Path file = Path.of("");

  @Option(
      names = {"-h", "--help"},
      order = 99,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  KeysShowCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    var key = new KeyFile(file);
    var bundle = key.read();
    here.out().print(page(bundle));
    key.warning().ifPresent(here::say);
    bundle.trouble(new SystemClock().instant()).ifPresent(here::say);
    return Exit.DONE.code();
  }

  private static String page(KeyBundle bundle) {
    var card = bundle.card();
    var columns = new Columns();
    columns.row("name", card.name());
    columns.row("role", card.role().name().toLowerCase(Locale.ROOT));
    columns.row("key", card.key().id());
    columns.row("valid from", card.from().toString());
    columns.row("valid until", card.until().toString());
    columns.row("cluster", bundle.cluster());
    columns.row("authority", bundle.authority().key().id());
    columns.row(
        "revocations",
        bundle
            .revocations()
            .map(list -> "list " + list.number() + " of " + list.issued())
            .orElse("none yet when it was made"));
    // Whoever made the file chose the names in it.
    return columns.text().replaceAll("[\\p{Cntrl}&&[^\\n]]", "?");
  }
}
