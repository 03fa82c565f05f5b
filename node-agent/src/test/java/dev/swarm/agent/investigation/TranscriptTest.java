package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.bench.ScriptedMind;
import dev.swarm.agent.playbook.Playbook;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same run gives the same transcript, whatever finishes first. */
class TranscriptTest {
  private static Conversation last(ScriptedMind mind) {
    return mind.seen().getLast();
  }

  @Test
  void results_come_in_the_order_asked_whatever_finishes_first() {
    for (int seed = 0; seed < 40; seed++) {
      var order = new ArrayList<>(Bench.calls());
      Collections.shuffle(order, new java.util.Random(seed));
      var mind = ScriptedMind.of(new Move.Calls(order));
      var _ = new Bench(Machine.troubled()).with(Backwards::new).completed(mind);
      assertEquals(order, last(mind).looks().stream().map(Look::call).toList());
      assertEquals("r1", last(mind).looks().getFirst().id().value());
    }
  }

  /** Lets the calls of a batch end in the opposite order of their names, without waiting a time. */
  private static final class Backwards implements Tools {
    private final Tools tools;
    private final CyclicBarrier all = new CyclicBarrier(Bench.calls().size());
    private final CountDownLatch[] turns =
        Stream.generate(() -> new CountDownLatch(1))
            .limit(Bench.calls().size() + 1)
            .toArray(CountDownLatch[]::new);
    private final List<String> names = Bench.calls().stream().map(ToolCall::tool).sorted().toList();

    Backwards(Tools tools) {
      this.tools = tools;
      turns[names.size()].countDown();
    }

    @Override
    public ToolResult run(ToolCall call) {
      try {
        var _ = all.await();
        int mine = names.indexOf(call.tool());
        turns[mine + 1].await();
        var result = tools.run(call);
        turns[mine].countDown();
        return result;
      } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void the_same_run_gives_the_same_transcript() {
    var first = transcript(1);
    for (int seed = 2; seed < 60; seed++) {
      assertEquals(first, transcript(seed));
    }
  }

  private static String transcript(int seed) {
    var random = new java.util.Random(seed);
    var machine = Machine.troubled();
    var bench =
        new Bench(machine)
            .with(tools ->
                call -> {
                  long until;
                  synchronized (random) {
                    until = random.nextLong(20_000);
                  }
                  for (long spun = 0; spun < until; spun++) {
                    Thread.onSpinWait();
                  }
                  var result = tools.run(call);
                  return new ToolResult(
                      result.call(),
                      result.argv(),
                      result.ending(),
                      result.text(),
                      result.rows(),
                      Duration.ZERO,
                      result.gaps());
                });
    var playbook = new Playbook(bench.questions());
    var said = new StringBuilder();
    Mind mind =
        new Mind() {
          @Override
          public String name() {
            return playbook.name();
          }

          @Override
          public Move next(Conversation conversation) {
            said.append(conversation.entries()).append('\n');
            return playbook.next(conversation);
          }
        };
    var outcome = bench.completed(mind);
    return said + "\n" + outcome.findings() + outcome.doubts() + outcome.coverage();
  }
}
