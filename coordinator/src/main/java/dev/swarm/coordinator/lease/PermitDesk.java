package dev.swarm.coordinator.lease;

import dev.swarm.bus.Door;
import dev.swarm.bus.Received;
import dev.swarm.bus.RefusedException;
import dev.swarm.coordinator.Timers;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.PermitAnswer;
import dev.swarm.protocol.PermitSpent;
import dev.swarm.protocol.PermitWish;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Verb;
import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.permit.Grant;
import dev.swarm.router.permit.Permits;
import dev.swarm.router.permit.Wish;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Where nodes ask leave for calls of the frontier tier. Each wish stands in line on a virtual
 * thread of its own; a node that is not answered asks again, and so shows that it still waits. A
 * wish is one, however often it is heard, and is spent once.
 *
 * <p>A node that is lost with a permit in hand leaves the books as they are: what was set aside for
 * its call counts as used. What this desk knows is {@code owner}'s alone.
 */
final class PermitDesk {
  /** Less than the asker's patience for one message. */
  static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

  /** A wish that nobody asks for so long has been given up. */
  static final Duration GIVEN_UP = Duration.ofSeconds(15);

  /** Wishes that are remembered, so that late copies of messages change nothing. */
  private static final int REMEMBERED = 100_000;

  private final Door door;
  private final Permits permits;
  private final Timers timers;
  private final Executor owner;
  private final Map<Key, Petition> petitions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Petition> eldest) {
          return size() > REMEMBERED && eldest.getValue().over();
        }
      };

  PermitDesk(Door door, Permits permits, Timers timers, Executor owner) {
    this.door = door;
    this.permits = permits;
    this.timers = timers;
    this.owner = owner;
  }

  /** A node cannot speak of another one's wish. */
  private record Key(String node, String wish) {}

  /** Hears wishes from the door's next attach on. */
  void open() {
    var _ = door.on(Verb.PERMIT_WISH, this::wished).on(Verb.PERMIT_SPENT, this::spent);
  }

  private Future<PermitAnswer> wished(Received<PermitWish> received) {
    var answer = Promise.<PermitAnswer>promise();
    owner.execute(() -> {
      try {
        require(received.message().node(), received.from().name());
        asked(received.message(), answer);
      } catch (RuntimeException | Error failure) {
        boolean _ = answer.tryFail(failure);
      }
    });
    return answer.future();
  }

  private void asked(PermitWish asked, Promise<PermitAnswer> answer) {
    var key = new Key(asked.node(), asked.wish());
    var petition = Optional.ofNullable(petitions.get(key)).orElseGet(() -> standInLine(key, asked));
    var _ =
        petition
            .answer()
            .future()
            .onSuccess(how -> {
              boolean _ = answer.tryComplete(how);
            });
    var _ = timers.after(ANSWERED_WITHIN, () -> answerLater(answer));
    long asking = petition.asked();
    var _ = timers.after(GIVEN_UP, () -> owner.execute(() -> petition.giveUp(asking)));
  }

  private static void answerLater(Promise<PermitAnswer> answer) {
    boolean _ =
        answer.tryFail(new RefusedException(Refusal.UNAVAILABLE, "the wish stands in line"));
  }

  private Petition standInLine(Key key, PermitWish asked) {
    var petition = new Petition(wish(asked));
    petitions.put(key, petition);
    petition.standsInLine(
        Thread.ofVirtual()
            .name("permit " + asked.subtask())
            .start(() -> stand(key, petition, asked.patience())));
    return petition;
  }

  /** On the petition's own thread. */
  private void stand(Key key, Petition petition, Duration patience) {
    try {
      var answer =
          switch (permits.wish(petition.wish, patience)) {
            case Grant.Permitted() -> new PermitAnswer(true, "");
            case Grant.Refused(var reason) -> new PermitAnswer(false, reason);
          };
      owner.execute(() -> petition.answered(answer));
    } catch (InterruptedException _) {
      owner.execute(() -> left(key, petition));
    }
  }

  /** Should its node ask once more, it stands in line anew. */
  private void left(Key key, Petition petition) {
    petition.answered(new PermitAnswer(false, "the wish was given up"));
    petitions.remove(key, petition);
  }

  private Future<Noted> spent(Received<PermitSpent> received) {
    var answer = Promise.<Noted>promise();
    owner.execute(() -> {
      try {
        require(received.message().node(), received.from().name());
        settle(received.message());
        answer.complete(new Noted());
      } catch (RuntimeException | Error failure) {
        answer.fail(failure);
      }
    });
    return answer.future();
  }

  /** What a coordinator before us permitted counts all the same. */
  private void settle(PermitSpent spent) {
    var key = new Key(spent.node(), spent.wish());
    var petition = petitions.computeIfAbsent(key, _ -> new Petition(wish(spent)));
    if (petition.spent()) {
      var usage = new Usage(spent.promptTokens(), spent.completionTokens(), 0);
      // The books have a lock, and our owner waits for nobody.
      var _ = Thread.startVirtualThread(() -> permits.spent(petition.wish, usage, spent.cost()));
    }
  }

  private static void require(String node, String sender) {
    if (!node.equals(sender)) {
      throw new RefusedException(Refusal.FORBIDDEN, sender + " speaks in the name of " + node);
    }
  }

  private static Wish wish(PermitWish asked) {
    return new Wish(asked.node(), asked.run().value(), asked.subtask().value(), asked.reason());
  }

  private static Wish wish(PermitSpent spent) {
    return new Wish(spent.node(), spent.run().value(), spent.subtask().value(), "");
  }
}
