package dev.swarm.cli;

import dev.swarm.coordinator.store.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm doctor}: is swarm itself well here, and what would make it see more? */
@Command(
    name = "doctor",
    description = "Looks at swarm itself: configuration, sandbox, store, what to install.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:well", "2:something has to be mended"})
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  DoctorCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var settings = setup.settings();
    say(true, "swarm " + Version.text() + " on Java " + Runtime.version());
    say(
        true,
        settings
            .origin()
            .map(path -> "configuration: " + path)
            .orElse("configuration: no swarm.yaml, so the defaults"));
    boolean kept = store(settings);
    try (var opening = Opening.passing(here, settings, "nothing runs")) {
      boolean defined = definitions(opening.knowledge());
      sandbox(opening);
      rights(opening);
      missing(opening);
      return (kept && defined ? Exit.DONE : Exit.USAGE).code();
    }
  }

  private boolean store(Settings settings) {
    var folder = settings.stateFolder().orElseGet(here.folders()::state);
    try (var store = Opening.store(here, settings)) {
      int kept = store.runs().runs().size();
      say(true, "store: " + kept + (kept == 1 ? " run is" : " runs are") + " kept in " + folder);
      return true;
    } catch (StoreException e) {
      say(false, "store: " + e.getMessage());
      return false;
    }
  }

  private boolean definitions(Knowledge knowledge) {
    var problems = knowledge.problems();
    say(
        problems.isEmpty(),
        "definitions: "
            + knowledge.catalog().all().size()
            + " tools and "
            + knowledge.checks().all().size()
            + " checks"
            + (problems.isEmpty() ? "" : "; ignored:"));
    problems.forEach(problem -> more(problem.toString()));
    return problems.isEmpty();
  }

  private void sandbox(Opening opening) {
    var sandboxing = opening.sandboxing().get();
    say(sandboxing.contained(), "sandbox: " + sandboxing.description());
    if (!sandboxing.contained()) {
      more(Packages.of(opening.host()).install("bwrap"));
    }
  }

  private void rights(Opening opening) {
    boolean root = opening.host().root();
    say(
        root,
        root
            ? "rights: root"
            : "rights: not root, so that some checks are unknown; sudo swarm audit sees more");
  }

  private void missing(Opening opening) {
    var blind = BlindChecks.of(opening.knowledge(), opening.host());
    if (blind.isEmpty()) {
      say(true, "programs: every check has the one it needs");
      return;
    }
    say(false, "programs: install one of those in a line to see more");
    var packages = Packages.of(opening.host());
    var columns = new Columns();
    blind.forEach((programs, checks) ->
        columns.row(
            String.join(" or ", programs),
            packages.install(programs.getFirst()),
            String.join(", ", checks)));
    columns.text().lines().forEach(this::more);
  }

  private void say(boolean good, String text) {
    here.out().println((good ? "  ok  " : "  --  ") + text);
  }

  private void more(String text) {
    here.out().println("      " + text);
  }
}
