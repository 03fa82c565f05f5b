package dev.swarm.fleet;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.swarm.bus.Door;
import dev.swarm.bus.To;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.Submissions;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CoordinatorBeat;
import dev.swarm.protocol.Submitted;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Somebody with a coordinator's key who hands over the same audit many times at once. */
final class Submitter {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Submitter() {}

  /**
   * Arguments: the key's file, our own address, a member to knock at, how often, and the nodes,
   * with commas between.
   */
  public static void main(String[] args) throws Exception {
    var holder = KeyHolder.join(args[0], args[1], args[2]);
    var leader = new CompletableFuture<String>();
    var door = door(holder, leader);
    var _ = door.attach(holder.cluster().bus()).await(30, SECONDS);
    var to = To.coordinator(leader.get(30, SECONDS));
    var submission = Submissions.of(audit(List.of(args[4].split(","))));
    var answers =
        IntStream.range(0, Integer.parseInt(args[3]))
            .mapToObj(_ -> door.ask(Verb.SUBMIT, to, submission, LIMIT))
            .toList();
    var _ = Future.all(answers).await(90, SECONDS);
    var runs = answers.stream().map(Future::result).map(Submitted::run).distinct().toList();
    System.out.println(answers.size() + " times, runs " + runs);
    holder.cluster().close();
    System.exit(0);
  }

  /** One that hears of a coordinator that stays. */
  private static Door door(KeyHolder holder, CompletableFuture<String> leader) {
    var own = holder.seal().own().process();
    return new Door(
            holder.cluster().bus(),
            holder.seal(),
            new CoordinatorDoorkeeper(own),
            List.of(Addresses.coordinator(own), Addresses.COORDINATORS),
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()),
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()),
            _ -> {})
        .on(
            Verb.COORDINATOR_BEAT,
            came -> {
              CoordinatorBeat beat = came.message();
              if (beat.stands()) {
                leader.complete(beat.session());
              }
              return Future.succeededFuture(new dev.swarm.protocol.Noted());
            });
  }

  private static Audit audit(List<String> nodes) {
    return new Audit(
        new dev.swarm.coordinator.Target.Named(nodes),
        Optional.empty(),
        List.of(new Area("quick"), new Area("slow")),
        List.of(),
        Budget.standard(Duration.ofSeconds(30)),
        LIMIT,
        "playbook",
        List.of(),
        Optional.empty());
  }
}
