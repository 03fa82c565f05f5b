package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.Frame;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each verb, brought to a real door by everybody who may not say it. */
class RefusalMatrixTest {
  private static final byte[] NOTHING = {};

  private final TestFleet fleet = new TestFleet();
  private Optional<Hearer> open = Optional.empty();

  @BeforeEach
  void open_the_door() throws Exception {
    open = Optional.of(new Hearer(fleet.seal(fleet.node("hearer"))));
  }

  @AfterEach
  void close() throws Exception {
    hearer().close();
  }

  /** What is wrong with a message, and what it has to be refused for. */
  enum Wrong {
    UNSIGNED(Rejection.UNSIGNED),
    WRONG_KEY(Rejection.ALTERED),
    FOREIGN_AUTHORITY(Rejection.FOREIGN),
    EXPIRED_KEY(Rejection.EXPIRED),
    REPLAYED(Rejection.REPLAYED),
    OTHER_ROLE(Rejection.WRONG_ROLE),
    BORROWED_ROLE(Rejection.WRONG_ROLE),
    BORROWED_NAME(Rejection.FOREIGN),
    REVOKED(Rejection.REVOKED),
    ALTERED(Rejection.ALTERED),
    MISDIRECTED(Rejection.MISDIRECTED),
    OTHER_BODY(Rejection.MALFORMED);

    private final Rejection why;

    Wrong(Rejection why) {
      this.why = why;
    }
  }

  static Stream<Arguments> matrix() {
    return Verb.ALL.stream()
        .flatMap(verb -> Stream.of(Wrong.values()).map(wrong -> Arguments.of(verb, wrong)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void it_is_refused_counted_and_not_heard(Verb<?, ?> verb, Wrong wrong) throws Exception {
    int heardBefore = wrong == Wrong.REPLAYED ? 1 : 0;
    hearer().bring(message(verb, wrong));
    assertEquals(1, hearer().turned().size());
    var turned = hearer().turned().getFirst();
    assertEquals(wrong.why, turned.why(), turned.detail());
    assertEquals(verb.id(), turned.type());
    assertEquals(Hearer.ADDRESS, turned.address());
    assertEquals(heardBefore, hearer().heard().size());
  }

  @Test
  void said_by_whom_it_may_be_said_each_verb_is_heard() throws Exception {
    for (var verb : Verb.ALL) {
      hearer().bring(good(sender(verb.sender()), verb));
      assertTrue(verb.message().isInstance(hearer().heard().getLast()));
    }
    assertEquals(Verb.ALL.size(), hearer().heard().size());
    assertEquals(List.of(), hearer().turned());
  }

  @Test
  void of_ten_thousand_replays_none_is_heard() throws Exception {
    var node = fleet.seal(sender(Role.NODE));
    var coordinator = fleet.seal(sender(Role.COORDINATOR));
    var messages = new ArrayList<byte[]>();
    for (int number = 0; number < 100; number++) {
      var verb = Verb.ALL.get(number % Verb.ALL.size());
      var seal = verb.sender() == Role.NODE ? node : coordinator;
      messages.add(seal.close(verb.id(), Hearer.RECIPIENT, "", Letters.of(verb)));
    }
    for (var message : messages) {
      hearer().bring(message);
    }
    assertEquals(100, hearer().heard().size());
    var chance = new Random(20261128);
    for (int round = 0; round < 100; round++) {
      Collections.shuffle(messages, chance);
      for (var message : messages) {
        hearer().bring(message);
      }
    }
    assertEquals(100, hearer().heard().size());
    assertEquals(10_000, hearer().turned().size());
    assertTrue(hearer().turned().stream().allMatch(t -> t.why() == Rejection.REPLAYED));
  }

  @Test
  void a_verb_that_nobody_knows_is_misdirected() throws Exception {
    hearer().bring(fleet.seal(sender(Role.COORDINATOR)).close("run", Hearer.RECIPIENT, "", "{}"));
    assertEquals(Rejection.MISDIRECTED, hearer().turned().getFirst().why());
  }

  @Test
  void bytes_that_are_no_frame_are_malformed() throws Exception {
    hearer().bring("GET / HTTP/1.1".getBytes(UTF_8));
    assertEquals(Rejection.MALFORMED, hearer().turned().getFirst().why());
  }

  private byte[] message(Verb<?, ?> verb, Wrong wrong) throws Exception {
    var role = verb.sender();
    var sender = sender(role);
    return switch (wrong) {
      case UNSIGNED -> Frame.whole(unsigned(verb, sender, role, sender.card().name()), NOTHING);
      case WRONG_KEY -> signed(unsigned(verb, sender, role, "sender"), sender(role));
      case FOREIGN_AUTHORITY -> {
        var foreign = new TestFleet();
        yield good(
            foreign
                .authority()
                .issue(role, "sender", TestFleet.YEAR, fleet.instant(), Optional.empty()),
            verb);
      }
      case EXPIRED_KEY ->
          good(
              fleet
                  .authority()
                  .issue(
                      role,
                      "sender",
                      Duration.ofDays(1),
                      fleet.instant().minus(Duration.ofDays(2)),
                      Optional.empty()),
              verb);
      case REPLAYED -> {
        var message = good(sender, verb);
        hearer().bring(message);
        yield message;
      }
      case OTHER_ROLE -> good(sender(other(role)), verb);
      case BORROWED_ROLE -> {
        var borrower = sender(other(role));
        yield signed(unsigned(verb, borrower, role, "sender"), borrower);
      }
      case BORROWED_NAME -> signed(unsigned(verb, sender, role, "somebody"), sender);
      case REVOKED -> {
        fleet.revoke(sender);
        yield good(sender, verb);
      }
      case ALTERED -> {
        var message = good(sender, verb);
        message[message.length - 1 - 64 - 2] ^= 1; // in the body
        yield message;
      }
      case MISDIRECTED -> fleet.seal(sender).close(verb.id(), "you", "", Letters.of(verb));
      case OTHER_BODY -> fleet.seal(sender).close(verb.id(), Hearer.RECIPIENT, "", "[1]");
    };
  }

  private byte[] good(KeyBundle sender, Verb<?, ?> verb) {
    return fleet.seal(sender).close(verb.id(), Hearer.RECIPIENT, "", Letters.of(verb));
  }

  private static byte[] unsigned(Verb<?, ?> verb, KeyBundle sender, Role role, String name) {
    return new Frame(
            verb.id(),
            Hearer.RECIPIENT,
            "",
            role,
            name,
            "p",
            1,
            sender.card().encoded(),
            Letters.of(verb).getBytes(UTF_8),
            NOTHING)
        .unsigned();
  }

  private static byte[] signed(byte[] unsigned, KeyBundle by) {
    return Frame.whole(unsigned, by.key().sign(unsigned));
  }

  private KeyBundle sender(Role role) {
    return role == Role.NODE ? fleet.node("sender") : fleet.coordinator("sender");
  }

  private static Role other(Role role) {
    return role == Role.NODE ? Role.COORDINATOR : Role.NODE;
  }

  private Hearer hearer() {
    return open.orElseThrow();
  }
}
