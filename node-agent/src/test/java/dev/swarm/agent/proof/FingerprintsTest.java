package dev.swarm.agent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same trouble has the same fingerprint on every host and at every time; others differ. */
class FingerprintsTest {

  /** One trouble, and the same on another machine, later. */
  record Same(String name, Claim claim, UnaryOperator<Machine> elsewhere) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Claim at(String subject, String line) {
    return Claim.of(List.of(line), subject, "");
  }

  static Stream<Same> same() {
    return Stream.of(
        new Same(
            "a full disk, fuller",
            at("/var", "r1:3"),
            m -> m.turns(Machine.DF, "97600000000 2400000000", "98800000000 1200000000")),
        new Same(
            "a failed unit, longer",
            at("nginx", "r4:2"),
            m -> m.turns("bench-units", "failed 0 3d", "failed 2 9d")),
        new Same(
            "restarts, more of them",
            at("worker", "r4:6"),
            m -> m.turns("bench-units", "active 12 40s", "active 31 2s")),
        new Same(
            "zombies of another parent process",
            at("shepherd", "r5:4"),
            m -> m.turns("bench-ps", "200 Z 0", "900 Z 0")),
        new Same(
            "a large process with another pid",
            at("java", "r5:3").on("rss"),
            m -> m.turns("bench-ps", "123 S 14680064", "4711 S 19680064")),
        new Same(
            "errors of a disk, more of them",
            at("sda1", "r8:3").on("errors"),
            m -> m.turns("bench-disks", "sda1 41 7", "sda1 41 9")),
        new Same(
            "a log line of another time, host and pid",
            at("payments", "r6:3"),
            m ->
                m.turns(
                    "app-log",
                    "2026-11-20T10:01:00Z casehost payments[90]",
                    "2026-11-21T11:07:09Z otherhost payments[4711]")),
        new Same(
            "a log line with another count",
            at("payments", "r6:3"),
            m -> m.turns("app-log", "in 2 days", "in 1 days")),
        new Same(
            "a load, higher",
            at("load", "r2:1"),
            m -> m.holds("/proc/loadavg", "19.37 19.12 19.05 3/512 4711\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("same")
  void the_same_trouble_is_the_same_elsewhere(Same same) {
    assertEquals(
        print(Machine.troubled(), same.claim()),
        print(changed("otherhost", same.elsewhere()), same.claim()));
  }

  private static Machine changed(String host, UnaryOperator<Machine> change) {
    var machine = Machine.troubledAs(host);
    return change.apply(machine);
  }

  private static String print(Machine machine, Claim claim) {
    var outcome = new Bench(machine).claim(claim);
    assertEquals(1, outcome.findings().size(), "" + outcome.doubts());
    return outcome.findings().getFirst().fingerprint().value();
  }

  @Test
  void different_troubles_differ() {
    var troubles =
        List.of(
            at("/var", "r1:3"),
            at("/srv", "r1:8"),
            at("/home", "r1:5"),
            at("nginx", "r4:2"),
            at("mailer", "r4:5"),
            at("worker", "r4:6"),
            at("shepherd", "r5:4"),
            at("pid 123", "r5:3").on("rss"),
            at("sda", "r8:2"),
            at("nvme0n1", "r8:6"),
            at("sda1", "r8:3").on("errors"),
            at("sda1", "r8:3").on("age"),
            at("sda", "r8:2").on("errors"),
            at("orders", "r6:1"),
            at("orders", "r6:2"),
            at("payments", "r6:3"),
            at("nginx", "r7:1"),
            at("nginx", "r7:2"));
    var prints = troubles.stream().map(claim -> print(Machine.troubled(), claim)).toList();
    assertEquals(prints.size(), prints.stream().distinct().count(), "" + prints);
  }

  @Test
  void a_number_that_belongs_to_a_name_stays() {
    assertNotEquals(Gist.ofSubject("disk1", "h"), Gist.ofSubject("disk2", "h"));
    assertNotEquals(
        Gist.ofLine("I/O error, dev sda1, sector 12", "h"),
        Gist.ofLine("I/O error, dev sda2, sector 12", "h"));
    assertEquals(
        Gist.ofLine("I/O error, dev sda1, sector 12", "h"),
        Gist.ofLine("I/O error, dev sda1, sector 994", "h"));
    assertEquals(
        Gist.ofLine("Nov 20 10:00:01 web1 app: request 7f3a-9 took 12ms", "web1"),
        Gist.ofLine("Dec  3 23:00:59 web2 app: request 81bc-2 took 7ms", "web2"));
  }
}
