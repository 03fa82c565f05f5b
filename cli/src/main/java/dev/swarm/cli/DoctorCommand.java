package dev.swarm.cli;

import dev.swarm.coordinator.store.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm doctor}: is swarm itself well here, and what would make it see more? */
@Command(
    name = "doctor",
    description = "Looks at swarm itself: configuration, sandbox, store, routers, what to install.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:well", "2:something has to be mended"})
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final RouterOptions routers = new RouterOptions();

  DoctorCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var settings = routers.on(setup.settings());
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
      boolean routed = routers(settings);
      return (kept && defined && routed ? Exit.DONE : Exit.USAGE).code();
    }
  }

  /** Examines each router for real; whether all of them do. */
  private boolean routers(Settings settings) {
    if (settings.routers().isEmpty()) {
      say(true, "routers: none, so audits are deterministic only; see docs/routers.md");
      return true;
    }
    var bus = Bus.starting();
    boolean good = true;
    try (var wire = RouterWire.on(bus.vertx(), FoundKeys.of(here))) {
      for (var router : settings.routers()) {
        var diagnosis = new RouterExamination(wire, router).diagnose();
        say(diagnosis.good(), diagnosis.line());
        here.out().flush();
        good &= diagnosis.good();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a router was examined", e);
    }
    return good;
  }

  private boolean store(Settings settings) {
    var folder = here.state(settings);
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
