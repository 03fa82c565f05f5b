package dev.swarm.cli;

import dev.swarm.agent.playbook.PlaybookModel;
import dev.swarm.router.scripted.Served;
import dev.swarm.router.scripted.Settings;
import java.util.List;

/** The checks as a model: for clients of others, which bring the tools. */
final class ServedPlaybook {
  /** Nothing is forgotten: what a client sends is read whole each time. */
  private static final int CONTEXT = 1 << 20;

  private ServedPlaybook() {}

  /** By the tools and checks that {@code settings} name, for every platform. */
  static ScriptFile of(dev.swarm.cli.Settings settings) {
    var knowledge = Knowledge.of(settings);
    var model = new PlaybookModel(knowledge.catalog(), knowledge.checks(), new SystemClock());
    var served = new Served(List.of(PlaybookModel.NAME), CONTEXT);
    return new ScriptFile(model, Settings.STANDARD.serving(served));
  }
}
