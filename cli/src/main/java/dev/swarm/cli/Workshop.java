package dev.swarm.cli;

import dev.swarm.agent.Investigator;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.SharedTools;
import dev.swarm.agent.log.CommandLog;
import dev.swarm.agent.playbook.Playbook;
import dev.swarm.tools.Guard;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.host.Host;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * What a node works its subtasks with: its tools under their guard, its checks, and a mind.
 *
 * @param log in which each program stands before it starts; without one, nothing is written down
 */
record Workshop(
    Settings settings,
    Knowledge knowledge,
    Host host,
    Sandboxing sandboxing,
    Optional<ModelDoor> models,
    Optional<CommandLog> log) {

  /** Works each order on {@code threads}. */
  Investigator investigator(ExecutorService threads, InstantSource clock) {
    var checks = knowledge.checks().on(host.platform());
    var own = log.map(book -> book.own(host)).orElse(host);
    var toolbox = new Toolbox(own, knowledge.catalog(), guard());
    var shared = new SharedTools(toolbox::run, clock);
    Investigator investigator =
        (order, progress) -> {
          var offer = order.offer();
          var written = log.map(book -> book.of(order));
          var tools = written.map(book -> toolbox.through(book.host(host))).orElse(toolbox);
          var looks = shared.through(tools::run);
          var told = written.map(book -> book.tools(looks)).orElse(looks);
          var questions = new Questions(toolbox.facts(), settings.lists());
          var investigation = new Investigation(tools, told, checks, questions, threads, clock);
          var playbook = new Playbook(questions);
          // A budget without a token says that no model is wanted.
          Mind mind =
              models.isPresent() && offer.subtask().budget().tokens() > 0
                  ? models.get().after(playbook, tools, checks, offer, progress)
                  : playbook;
          return investigation.of(offer, mind, progress);
        };
    return models.map(door -> door.counted(investigator)).orElse(investigator);
  }

  /** A model may ask for the hosts that the node's own file names, and for no others. */
  private Guard guard() {
    var named = settings.lists().values().stream().flatMap(List::stream).toList();
    return new Guard(sandboxing.contained(), settings.trustArguments(), settings.forbiddenTools())
        .reaching(named);
  }
}
