package dev.swarm.coordinator.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeFoldTest {
  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  private static final CheckId SPACE = new CheckId("storage.space");
  private static final Key VAR = new Key("n1", Fingerprint.of("storage.space", "/var"));

  @Test
  void a_finding_begins_to_live_when_it_is_first_seen() {
    var life = after("1");
    assertEquals(Life.State.OPEN, life.state());
    assertEquals(at(0), life.firstSeen());
    assertEquals(new RunId("run-0"), life.firstRun());
    assertEquals(1, life.times());
    assertFalse(life.returned());
  }

  @Test
  void it_is_fixed_when_its_check_looked_twice_and_did_not_see_it() {
    assertEquals(Life.State.OPEN, after("10").state());
    var fixed = after("100");
    assertEquals(Life.State.FIXED, fixed.state());
    assertEquals(Optional.of(at(2)), fixed.fixedAt());
    assertEquals(at(0), fixed.lastSeen());
  }

  @Test
  void nobody_having_looked_mends_nothing() {
    assertEquals(Life.State.OPEN, after("1.......").state());
    assertEquals(Life.State.OPEN, after("10......").state());
    assertEquals(Life.State.FIXED, after("10..0").state());
  }

  @Test
  void what_no_check_covers_is_never_mended_by_silence() {
    var sighting = sighting(Severity.WARNING, Optional.empty());
    var tales =
        LifeFold.all(
            List.of(
                new Look(new RunId("a"), at(0), Map.of(VAR, sighting), Set.of()),
                look(1, '0'),
                look(2, '0'),
                look(3, '0')));
    assertEquals(Life.State.OPEN, tales.iterator().next().life().state());
  }

  @Test
  void it_comes_back() {
    var back = after("1001");
    assertEquals(Life.State.OPEN, back.state());
    assertTrue(back.returned());
    assertEquals(Optional.empty(), back.fixedAt());
    assertEquals(at(0), back.firstSeen());
    assertEquals(at(3), back.lastSeen());
    assertEquals(List.of(Turn.Kind.NEW, Turn.Kind.FIXED, Turn.Kind.BACK), turns("1001"));
  }

  @Test
  void a_value_that_swings_around_its_threshold_is_one_finding() {
    var swinging = after("1010101010101");
    assertEquals(Life.State.OPEN, swinging.state());
    assertTrue(swinging.swinging());
    assertFalse(swinging.returned());
    assertEquals(7, swinging.times());
    assertEquals(List.of(Turn.Kind.NEW), turns("1010101010101"));
  }

  @Test
  void two_looks_without_it_do_not_fix_what_swings_but_four_do() {
    assertEquals(Life.State.OPEN, after("1010100").state());
    assertEquals(Life.State.OPEN, after("10101000").state());
    assertEquals(Life.State.FIXED, after("101010000").state());
  }

  @Test
  void a_slow_swing_is_noticed_after_its_second_return() {
    assertEquals(
        List.of(Turn.Kind.NEW, Turn.Kind.FIXED, Turn.Kind.BACK, Turn.Kind.FIXED, Turn.Kind.BACK),
        turns("100100100100100100"));
    assertTrue(after("100100100").swinging());
  }

  @Test
  void it_swings_until_it_has_held_still_for_the_looks_that_are_remembered() {
    assertTrue(after("10101" + "1".repeat(17)).swinging());
    assertFalse(after("10101" + "1".repeat(20)).swinging());
  }

  @Test
  void another_severity_is_a_turn_and_no_new_life() {
    var tales = LifeFold.byKey(LifeFold.all(List.of(look(0, '1'))));
    var worse =
        new Look(
            new RunId("run-1"),
            at(1),
            Map.of(VAR, sighting(Severity.CRITICAL, Optional.of(SPACE))),
            Set.of());
    var folded = LifeFold.fold(tales, worse);
    assertEquals(List.of(Turn.Kind.CHANGED), folded.turns().stream().map(Turn::kind).toList());
    assertEquals(Severity.CRITICAL, folded.changed().getFirst().life().severity());
    assertEquals(at(0), folded.changed().getFirst().life().firstSeen());
  }

  @Test
  void folding_all_at_once_and_one_by_one_make_the_same_lives() {
    var looks = looks("1100101001101001010001");
    Map<Key, Tale> one = Map.of();
    for (var look : looks) {
      var next = new java.util.HashMap<>(one);
      next.putAll(LifeFold.byKey(LifeFold.fold(one, look).changed()));
      one = next;
    }
    assertEquals(List.copyOf(LifeFold.all(looks)), List.copyOf(one.values()));
  }

  private static Life after(String looks) {
    return LifeFold.all(looks(looks)).iterator().next().life();
  }

  private static List<Turn.Kind> turns(String looks) {
    var kinds = new ArrayList<Turn.Kind>();
    var tales = new java.util.HashMap<Key, Tale>();
    for (var look : looks(looks)) {
      var folded = LifeFold.fold(tales, look);
      tales.putAll(LifeFold.byKey(folded.changed()));
      folded.turns().forEach(turn -> kinds.add(turn.kind()));
    }
    return kinds;
  }

  /** 1: there, 0: looked for and not there, a dot: nobody looked. */
  private static List<Look> looks(String marks) {
    var looks = new ArrayList<Look>();
    for (int n = 0; n < marks.length(); n++) {
      looks.add(look(n, marks.charAt(n)));
    }
    return looks;
  }

  private static Look look(int n, char mark) {
    var run = new RunId("run-" + n);
    var judged = Set.of(new Look.Place("n1", SPACE));
    return switch (mark) {
      case '1' ->
          new Look(run, at(n), Map.of(VAR, sighting(Severity.WARNING, Optional.of(SPACE))), judged);
      case '0' -> new Look(run, at(n), Map.of(), judged);
      default -> new Look(run, at(n), Map.of(), Set.of());
    };
  }

  private static Sighting sighting(Severity severity, Optional<CheckId> check) {
    return new Sighting(
        "n1",
        VAR.fingerprint(),
        check,
        new Area("storage"),
        "/var",
        severity,
        "/var is 93 % full",
        "playbook");
  }

  private static Instant at(int n) {
    return START.plus(Duration.ofHours(n));
  }
}
