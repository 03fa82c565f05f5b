package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No bit of a sealed message can be turned, and no bytes make the seal fall over. A seeded sample;
 * with {@code -Dswarm.full=true} every bit of 500 messages, which takes minutes.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MutationTest {
  private static final boolean FULL = Boolean.getBoolean("swarm.full");
  private static final int MESSAGES = 500;
  private static final int SAMPLED_BITS = 24;

  private final TestFleet fleet = new TestFleet();
  private final KeyBundle node = fleet.node("web-1");
  private final KeyBundle coordinator = fleet.coordinator("ops");
  private final SignedSeal ofNode = fleet.seal(node);
  private final SignedSeal ofCoordinator = fleet.seal(coordinator);
  private final SignedSeal hearer = fleet.seal(fleet.coordinator("hearer"));
  private final Map<Rejection, Integer> reasons = new EnumMap<>(Rejection.class);
  private final Random chance = new Random(20261128);

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void no_bit_can_be_turned() throws Exception {
    int tried = 0;
    for (var message : messages()) {
      boolean whole = FULL || tried == 0;
      var bits = IntStream.range(0, message.length * 8);
      var chosen = whole ? bits : chance.ints(SAMPLED_BITS, 0, message.length * 8);
      for (int bit : chosen.toArray()) {
        message[bit / 8] ^= (byte) (1 << (bit % 8));
        rejected(message, "bit " + bit);
        message[bit / 8] ^= (byte) (1 << (bit % 8));
        tried++;
      }
      assertTrue(hearer.open(message).body().length() > 1, "the message itself is good again");
    }
    assertTrue(tried >= MESSAGES * SAMPLED_BITS);
    assertTrue(reasons.keySet().containsAll(List.of(Rejection.ALTERED, Rejection.MALFORMED)));
    assertEquals(tried, reasons.values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void whatever_bytes_come_they_are_rejected_and_nothing_else_happens() {
    var messages = messages().subList(0, Verb.ALL.size());
    for (int round = 0; round < 100_000; round++) {
      rejected(garbage(messages.get(round % messages.size()), round % 4), "round " + round);
    }
    assertTrue(reasons.get(Rejection.MALFORMED) > 50_000, reasons::toString);
  }

  @Test
  void whatever_stands_in_for_a_card_it_is_rejected_and_nothing_else_happens() {
    var card = node.card().encoded();
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      var bytes = card.clone();
      for (int turned = 0; turned <= round % 3; turned++) {
        bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
      }
      read += Arrays.equals(bytes, card) || !readable(bytes) ? 0 : 1;
    }
    assertTrue(read > 1000, "some are certificates still, of nobody: " + read);
  }

  @Test
  void a_card_of_boxes_in_boxes_is_rejected() {
    var deep = new byte[8190];
    for (int at = 0; at + 1 < deep.length; at += 2) {
      deep[at] = 0x30;
      deep[at + 1] = (byte) 0x80; // a length to be told later
    }
    assertTrue(!readable(deep));
  }

  private boolean readable(byte[] card) {
    try {
      return !Card.read(card).name().isBlank();
    } catch (RejectedException e) {
      return false;
    }
  }

  private void rejected(byte[] bytes, String what) {
    try {
      var opened = hearer.open(bytes);
      fail(what + " was taken for " + opened);
    } catch (RejectedException e) {
      reasons.merge(e.why(), 1, Integer::sum);
    }
  }

  /** Of all verbs in turn. */
  private List<byte[]> messages() {
    var messages = new ArrayList<byte[]>();
    for (int number = 0; number < MESSAGES; number++) {
      var verb = Verb.ALL.get(number % Verb.ALL.size());
      var seal = verb.sender() == Role.NODE ? ofNode : ofCoordinator;
      messages.add(seal.close(verb.id(), "web-1", "i1/" + number, Letters.of(verb)));
    }
    return messages;
  }

  /** Something else than {@code message}: random, cut, spliced, or with other lengths in it. */
  private byte[] garbage(byte[] message, int kind) {
    var bytes = message.clone();
    switch (kind) {
      case 0 -> chance.nextBytes(bytes);
      case 1 -> bytes = Arrays.copyOf(bytes, chance.nextInt(bytes.length));
      case 2 -> {
        int at = 4 + chance.nextInt(60);
        bytes[at] = (byte) ~bytes[at];
        bytes[at + 1] = (byte) chance.nextInt(256);
      }
      default -> {
        int from = chance.nextInt(bytes.length);
        int length = chance.nextInt(1, 40);
        bytes = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(message, from, bytes, from + length, message.length - from);
      }
    }
    return bytes;
  }

  @Test
  void every_message_of_the_sample_is_a_frame_with_a_body() throws Exception {
    for (var message : messages()) {
      assertTrue(new String(message, UTF_8).startsWith("SWF1"));
      assertTrue(hearer.open(message).body().startsWith("{"));
    }
  }
}
