package dev.swarm.bus.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Frame;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RefusedException;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.Seal;
import dev.swarm.bus.To;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Reached;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes back is believed only under a seal, and only of whom it was asked. */
class ReplyTest {
  private static final String REPLY = "re:" + Verb.REACH.id();

  private final TestFleet fleet = new TestFleet();
  private final SignedSeal node = fleet.seal(fleet.node("web-1"));
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService inbox = Executors.newSingleThreadExecutor();
  private final ExecutorService outbox = Executors.newSingleThreadExecutor();
  private final List<Turned> turned = Collections.synchronizedList(new ArrayList<>());
  private final Door door =
      new Door(
          vertx.eventBus(),
          fleet.seal(fleet.coordinator("ops")),
          new Closed(),
          List.of(),
          inbox,
          outbox,
          turned::add);

  /** Nobody comes in here. */
  private static final class Closed implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
      throw new RejectedException(Rejection.POLICY, "nobody comes in");
    }

    @Override
    public void admit(Opened message, Verb<?, ?> verb) throws RejectedException {
      throw new RejectedException(Rejection.POLICY, "nobody comes in");
    }
  }

  @AfterEach
  void close() throws Exception {
    var _ = vertx.close().await(10, TimeUnit.SECONDS);
    inbox.shutdownNow();
    outbox.shutdownNow();
  }

  @Test
  void the_nodes_own_answer_to_this_very_question_is_taken() throws Exception {
    answering(name -> sealed(node, REPLY, name));
    assertEquals(new Reached(true, "open"), ask().await(10, TimeUnit.SECONDS));
    assertEquals(List.of(), turned);
  }

  @Test
  void a_sealed_no_is_a_no() {
    answering(name ->
        node.close(
            "re:refusal",
            "",
            name,
            Wire.encode(new Refusal(Refusal.SUPERSEDED, "a higher epoch leads"))));
    var no = assertThrows(RefusedException.class, () -> ask().await(10, TimeUnit.SECONDS));
    assertEquals(Refusal.SUPERSEDED, no.code());
  }

  @Test
  void an_unsealed_no_is_nobodys_word() {
    var _ =
        vertx
            .eventBus()
            .consumer(
                Addresses.node("web-1"), message -> message.fail(Refusal.SUPERSEDED, "trust me"));
    assertThrows(ReplyException.class, () -> ask().await(10, TimeUnit.SECONDS));
  }

  @Test
  void of_another_authority_it_is_foreign() {
    var foreign = new TestFleet();
    rejected(Rejection.FOREIGN, name -> sealed(foreign.seal(foreign.node("web-1")), name));
  }

  @Test
  void without_a_signature_it_is_unsigned() {
    rejected(Rejection.UNSIGNED, name -> unsigned(sealed(node, name)));
  }

  @Test
  void with_a_bit_turned_it_is_altered() {
    rejected(
        Rejection.ALTERED,
        name -> {
          var frame = sealed(node, name);
          frame[frame.length - 70] ^= 1;
          return frame;
        });
  }

  @Test
  void of_a_revoked_key_it_is_revoked() throws Exception {
    var lost = fleet.node("web-1");
    fleet.revoke(lost);
    rejected(Rejection.REVOKED, name -> sealed(fleet.seal(lost), name));
  }

  @Test
  void of_another_node_it_is_misdirected() {
    rejected(Rejection.MISDIRECTED, name -> sealed(fleet.seal(fleet.node("web-2")), name));
  }

  @Test
  void of_a_coordinator_it_is_of_the_wrong_role() {
    rejected(Rejection.WRONG_ROLE, name -> sealed(fleet.seal(fleet.coordinator("web-1")), name));
  }

  @Test
  void an_answer_to_another_question_is_stale() throws Exception {
    var other = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest());
    rejected(Rejection.STALE, _ -> sealed(node, other));
  }

  @Test
  void an_answer_to_another_verb_is_misdirected() {
    rejected(Rejection.MISDIRECTED, name -> sealed(node, "re:offer", name));
  }

  @Test
  void an_answer_of_another_shape_is_malformed() {
    rejected(Rejection.MALFORMED, name -> node.close(REPLY, "", name, Wire.encode(new Noted())));
  }

  private void rejected(Rejection why, Answer reply) {
    answering(reply);
    var failure = assertThrows(Exception.class, () -> ask().await(10, TimeUnit.SECONDS));
    assertEquals(why, assertInstanceOf(RejectedException.class, failure).why());
    assertEquals(1, turned.size());
    assertEquals(why, turned.getFirst().why());
    assertEquals(REPLY, turned.getFirst().type());
  }

  /** Makes a reply to the frame of that name. */
  private interface Answer {
    byte[] to(String name);
  }

  private void answering(Answer reply) {
    var _ =
        vertx
            .eventBus()
            .<Buffer>consumer(
                Addresses.node("web-1"),
                message ->
                    message.reply(Buffer.buffer(reply.to(named(message.body().getBytes())))));
  }

  private static byte[] sealed(Seal seal, String name) {
    return sealed(seal, REPLY, name);
  }

  private static byte[] sealed(Seal seal, String type, String name) {
    return seal.close(type, "", name, Wire.encode(new Reached(true, "open")));
  }

  private static byte[] unsigned(byte[] frame) {
    try {
      return Frame.whole(Frame.read(frame).unsigned(), new byte[0]);
    } catch (RejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a reply to {@code frame} has to name. */
  private static String named(byte[] frame) {
    try {
      var read = Frame.read(frame);
      return read.role() + "/" + read.name() + "/" + read.process() + "/" + read.serial();
    } catch (RejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<Reached> ask() {
    return door.ask(
        Verb.REACH,
        To.node("web-1", "i1", 7),
        new Reach("web-2", "10.0.0.2", 7610),
        Duration.ofSeconds(10));
  }
}
