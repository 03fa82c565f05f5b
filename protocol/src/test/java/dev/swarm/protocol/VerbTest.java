package dev.swarm.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class VerbTest {
  @Test
  void every_verb_stands_in_the_list_of_all() throws Exception {
    var declared = new HashSet<Object>();
    for (var field : Verb.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == Verb.class) {
        declared.add(field.get(null));
      }
    }
    assertTrue(declared.size() >= 15);
    assertEquals(declared, new HashSet<Object>(Verb.ALL));
    assertEquals(declared.size(), Verb.ALL.size());
  }

  @Test
  void no_two_verbs_have_the_same_name() {
    assertEquals(Verb.ALL.size(), Verb.ALL.stream().map(Verb::id).distinct().count());
  }

  @Test
  void a_verb_is_a_word_and_no_reply() {
    assertTrue(Verb.ALL.stream().allMatch(verb -> verb.id().matches("[a-z]+(-[a-z]+)*")));
  }

  @Test
  void the_authority_says_nothing_on_the_bus() {
    assertTrue(Verb.ALL.stream().noneMatch(verb -> verb.sender() == Role.AUTHORITY));
  }

  @Test
  void what_a_node_hears_is_of_a_coordinator_and_what_coordinators_hear_shows_its_freshness() {
    for (var verb : Verb.ALL) {
      var expected =
          switch (verb.place()) {
            case NODE ->
                verb.sender() == Role.COORDINATOR
                    && (verb.freshness() == Verb.Freshness.BEAT || verb.equals(Verb.ROLL_CALL));
            case COORDINATOR, MEMBER -> verb.freshness() == Verb.Freshness.SESSION;
            case BEATS, COORDINATORS -> verb.freshness() == Verb.Freshness.HEARD;
          };
      assertTrue(expected, verb + " " + Arrays.asList(verb.place(), verb.freshness()));
    }
  }
}
