package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Rows 6, 7 and 8: ids that are missing, double, or not as Mistral wants them. */
class IdsTest {
  @Test
  void an_id_is_the_same_for_the_same_seed_on_every_machine() {
    assertEquals("nZH0Lo6jc", Ids.nine("call_1"));
  }

  @Test
  void nine_letters_or_digits_are_made_of_any_seed() {
    var made = new HashSet<String>();
    for (int i = 0; i < 20_000; i++) {
      var id = Ids.nine("call_" + i);
      assertTrue(id.matches("[a-zA-Z0-9]{9}"), id);
      assertTrue(made.add(id), id);
    }
  }

  @Test
  void a_good_id_that_nobody_has_stays() {
    assertEquals("abcDEF123", new Ids().unique("abcDEF123"));
  }

  @Test
  void an_id_that_comes_twice_is_another_the_second_time() {
    var ids = new Ids();
    var first = ids.unique("abcDEF123");
    assertNotEquals(first, ids.unique("abcDEF123"));
  }

  @Test
  void ids_do_not_collide_with_ones_that_are_already_there() {
    var wouldBeMade = new Ids().unique("");
    var ids = new Ids();
    assertEquals(wouldBeMade, ids.unique(wouldBeMade));
    assertNotEquals(wouldBeMade, ids.unique(""));
  }

  @Test
  void ten_thousand_empty_ids_become_ten_thousand_ids() {
    var ids = new Ids();
    var made = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) {
      assertTrue(made.add(ids.unique("")));
    }
  }

  @Test
  void letters_of_other_scripts_are_not_taken_for_letters() {
    assertFalse(Ids.isNine("аbcdefghi"));
    assertFalse(Ids.isNine("abcdefgh"));
    assertFalse(Ids.isNine("abcdefgh-"));
  }
}
