package dev.swarm.loadtest.micro;

import dev.swarm.agent.checks.CheckReader;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.proof.Claim;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.yaml.Definitions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A claim to its finding: cited lines looked up, rows read, the check's verdict, the tool run again
 * and read again. The investigation around it, without a claim, is the other benchmark.
 */
@State(Scope.Benchmark)
public class ProofBenchmark {
  private static final Set<String> LISTS =
      Set.of("certificates", "tls-endpoints", "dns-names", "backups", "log-files");

  private final Toolbox toolbox = Kit.toolbox();
  private final Checks checks =
      CheckReader.read(Definitions.of("checks", Kit.AREAS, Optional.empty()), Kit.CATALOG, LISTS);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Claim claim =
      Claim.of(List.of("r1:8"), "/srv/data-7", "/srv/data-7 is nearly full");

  @Setup
  public void it_is_proven() {
    var outcome = proven();
    if (!(outcome instanceof Outcome.Completed done && done.findings().size() == 1)) {
      throw new IllegalStateException("the claim was not proven: " + outcome);
    }
  }

  @Benchmark
  public Outcome proven() {
    return work(new Move.Claims(List.of(claim)));
  }

  @Benchmark
  public Outcome withoutClaim() {
    return work(new Move.Conclusion("nothing is odd"));
  }

  private Outcome work(Move then) {
    var run = new RunId("micro");
    var area = new Area("storage");
    var budget = Budget.standard(Duration.ofSeconds(30));
    var id = SubtaskId.of(run, "canned", area);
    var subtask = new Subtask(id, run, "canned", area, List.of(), budget);
    var questions = new Questions(toolbox.facts(), Map.of());
    return new Investigation(
            toolbox, toolbox::run, checks, questions, threads, InstantSource.system())
        .of(new Offer(subtask, 1, 1), new Looking(then), _ -> {});
  }

  /** Runs one tool, then does what it was told, then concludes. */
  private static final class Looking implements Mind {
    private final Move then;
    private int turn;

    Looking(Move then) {
      this.then = then;
    }

    @Override
    public String name() {
      return "micro";
    }

    @Override
    public Move next(Conversation conversation) {
      turn++;
      return switch (turn) {
        case 1 -> new Move.Calls(List.of(ToolCall.of(Kit.TOOL)));
        case 2 -> then;
        default -> new Move.Conclusion("done");
      };
    }
  }
}
