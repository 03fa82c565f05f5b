package dev.swarm.agent.cases;

import dev.swarm.agent.checks.CheckReader;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.playbook.Playbook;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.tools.Guard;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recording;
import dev.swarm.tools.yaml.Definitions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The built-in catalog and checks, and audits of recordings through the real loop. */
final class Rig {
  static final Set<String> LISTS =
      Set.of("certificates", "tls-endpoints", "dns-names", "backups", "log-files");
  private static final List<String> AREAS = Area.STANDARD.stream().map(Area::value).toList();
  static final Catalog CATALOG =
      CatalogReader.read(Definitions.of("tools", AREAS, Optional.empty()));
  static final Checks CHECKS =
      CheckReader.read(Definitions.of("checks", AREAS, Optional.empty()), CATALOG, LISTS);
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Rig() {}

  /** One check on a recorded host, by the playbook. */
  static Outcome.Completed audit(Recording recording, CheckId id, Map<String, List<String>> lists) {
    var check = CHECKS.check(id).orElseThrow(() -> new AssertionError("no check " + id));
    var host = new RecordedHost(recording);
    var toolbox = new Toolbox(host, CATALOG, new Guard(true, false, Set.of()));
    var questions = new Questions(toolbox.facts(), lists);
    var investigation =
        new Investigation(
            toolbox, toolbox::run, CHECKS, questions, THREADS, InstantSource.system());
    var run = new RunId("case");
    var subtask =
        new Subtask(
            SubtaskId.of(run, host.name(), check.area()),
            run,
            host.name(),
            check.area(),
            List.of(id),
            Budget.standard(Duration.ofSeconds(30)));
    return (Outcome.Completed)
        investigation.of(new Offer(subtask, 1, 1), new Playbook(questions), (Event _) -> {});
  }
}
