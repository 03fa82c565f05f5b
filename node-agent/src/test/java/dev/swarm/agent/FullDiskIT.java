package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.offer;
import static dev.swarm.agent.AgentRig.offers;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.swarm.agent.chain.Chains;
import dev.swarm.agent.ledger.DiskLedger;
import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.ledger.Ledger;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent whose ledger is on a file system of one megabyte that really fills up. */
@Timeout(60)
class FullDiskIT {
  @TempDir private Path folder;
  private final AgentRig rig = new AgentRig();
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a tmpfs");
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
    assumeTrue(mounted, "this root may not mount a tmpfs");
  }

  @AfterEach
  void unmount() throws Exception {
    rig.close();
    if (mounted) {
      assertEquals(0, run("umount", folder.toString()));
    }
  }

  @Test
  void it_refuses_what_is_new_delivers_what_it_has_and_works_again_with_room() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var open = new CountDownLatch(1);
    var work = PretendInvestigator.waiting(open);
    var ledger = ledger();
    var _ = rig.with(ledger).agent(work);
    assertTrue(coordinator.beats.poll(10, SECONDS) != null);
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
    var filler = fill(ledger);

    var refused =
        assertInstanceOf(
            Answer.Refused.class,
            coordinator
                .ask(Verb.OFFER, offers(coordinator, offer("time", 1, 2)))
                .answers()
                .getFirst());
    assertEquals(Cause.OVERLOADED, refused.cause());
    assertEquals(
        "could not write " + folder.resolve("ledger.log") + ": storage full", refused.reason());
    open.countDown();
    assertTrue(coordinator.deliveries.poll(10, SECONDS) != null, "it is delivered all the same");

    Files.delete(filler);
    for (int second = 0; second < 10; second++) {
      rig.time.advance(Duration.ofSeconds(1));
    }
    rig.awaitWritten();
    assertEquals(Optional.empty(), ledger.trouble());
    var _ = rig.awaitBeat(coordinator);
    assertInstanceOf(
        Answer.Accepted.class,
        coordinator.ask(Verb.OFFER, offers(coordinator, offer("time", 1, 2))).answers().getFirst());
    rig.awaitWritten();
    rig.kill();

    assertEquals(Optional.empty(), Chains.read(folder.resolve("ledger.log")).damage());
    var reopened = ledger();
    var memory = reopened.memory();
    reopened.close();
    assertEquals(2, memory.epoch(AgentRig.RUN));
    var ended = new Attempt(AgentRig.subtask("logs").id(), 1);
    assertTrue(memory.run(AgentRig.RUN).orElseThrow().kept().containsKey(ended));
  }

  private Ledger ledger() {
    return DiskLedger.open(folder.resolve("ledger.log"), rig.time.instant(), _ -> {});
  }

  /** Not a byte is left, nor in what the ledger has of the disk already. */
  private Path fill(Ledger ledger) throws IOException, TimeoutException {
    var filler = folder.resolve("filler");
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[4_096]);
      }
    } catch (IOException _) {
      for (int serial = 1; ledger.trouble().isEmpty(); serial++) {
        var called = new Entry.Called("hq", serial, rig.time.instant());
        var _ = ledger.note(List.of(called)).otherwiseEmpty().await(10, SECONDS);
      }
      return filler;
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
