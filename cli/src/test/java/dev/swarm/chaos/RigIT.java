package dev.swarm.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rig says that it does to machines, it does. */
class RigIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Says what it hears, and sends what it is told every 50 ms. */
  private static final String TALKER =
      """
      use IO::Socket::INET; $| = 1;
      my ($me, $peer) = @ARGV;
      my $in = IO::Socket::INET->new(LocalAddr => $me, LocalPort => 7000, Proto => "udp") or die;
      my $out = IO::Socket::INET->new(PeerAddr => $peer, PeerPort => 7000, Proto => "udp") or die;
      print "ready\\n";
      for (my $n = 1; ; $n++) {
        $out->send($n);
        my $ready = ""; vec($ready, fileno($in), 1) = 1;
        while (select(my $some = $ready, undef, undef, 0.05)) { $in->recv(my $text, 99); print "heard $text\\n"; }
      }
      """;

  @TempDir private Path folder;
  private Network network;
  private Machine left;
  private Machine right;

  @BeforeEach
  void two_machines() {
    network = Network.open("rig");
    left = new Machine(network.add("left"), folder.resolve("left"));
    right = new Machine(network.add("right"), folder.resolve("right"));
  }

  @AfterEach
  void nothing_is_left() {
    network.close();
    assertEquals(List.of(), network.mine());
  }

  @Test
  void closing_ends_what_still_runs_there() {
    var sleeper = left.start("sleeper", List.of("sleep", "1000"));
    network.close();
    assertTrue(sleeper.ended(SOON) != 0);
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void a_cut_stops_what_it_says_and_no_more(Cut way) {
    var here = talk(left, right);
    var there = talk(right, left);
    awaitMore(here);
    awaitMore(there);

    network.cut(left.place(), way);
    awaitSilence(way == Cut.FROM ? there : here);
    assertEquals(way == Cut.FROM, hearsMore(here), "the machine hears when only its words are cut");
    assertEquals(way == Cut.TO, hearsMore(there), "it is heard when only its ears are cut");

    network.heal(left.place());
    awaitMore(here);
    awaitMore(there);
    here.kill9();
    there.kill9();
  }

  @Test
  void a_stopped_process_says_nothing_until_it_goes_on() {
    var here = talk(left, right);
    var there = talk(right, left);
    awaitMore(here);
    there.stop();
    awaitSilence(here);
    there.cont();
    awaitMore(here);
    here.kill9();
    there.kill9();
  }

  @Test
  void a_skewed_clock_is_off_for_java_too_and_time_goes_on_as_it_should() {
    left.skew(Duration.ofMinutes(-10));
    var program = left.start("clock", Java.of(Clock.class));
    assertEquals(0, program.ended(Duration.ofSeconds(30)), program::told);
    var words = program.out().strip().split(" ");
    var off = Duration.between(Instant.parse(words[0]), Instant.now()).toSeconds();
    assertTrue(off >= 600 && off < 640, () -> "off by " + off + " s");
    var waited = Long.parseLong(words[1]);
    assertTrue(waited >= 300 && waited < 3000, () -> "300 ms took " + waited);
  }

  @Test
  void a_machine_without_sandbox_still_has_one_elsewhere() {
    left.withoutSandbox();
    var without = left.start("bwrap", List.of("bwrap", "--version"));
    var with = right.start("bwrap", List.of("bwrap", "--version"));
    assertTrue(without.ended(SOON) != 0);
    assertEquals(0, with.ended(SOON));
  }

  @Test
  void what_a_killed_owner_left_is_removed_by_the_next() {
    var dead = Command.said("sh", "-c", "echo $$").strip();
    var namespace = "swarm-rig-" + dead + "-rig-left";
    Command.run("ip", "netns", "add", namespace);
    Network.open("next").close();
    assertFalse(Command.said("ip", "netns", "list").contains(namespace));
  }

  private Program talk(Machine me, Machine peer) {
    var program = me.start("talker", List.of("perl", "-e", TALKER, me.address(), peer.address()));
    var _ = program.awaitSaid("ready", SOON);
    return program;
  }

  private static void awaitMore(Program program) {
    long heard = heard(program);
    var _ = Patience.until(() -> heard(program) > heard, SOON, program::told);
  }

  private static void awaitSilence(Program program) {
    var _ = Patience.until(() -> !hearsMore(program), SOON, program::told);
  }

  private static boolean hearsMore(Program program) {
    long heard = heard(program);
    Patience.last(Duration.ofMillis(400));
    return heard(program) > heard;
  }

  private static long heard(Program program) {
    return program.out().lines().filter(line -> line.startsWith("heard")).count();
  }
}
