package dev.swarm.router.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import dev.swarm.router.scripted.Asked.Origin;
import dev.swarm.router.scripted.Asked.ToolChoice;
import dev.swarm.router.scripted.Claim.Lie;
import dev.swarm.router.scripted.Scripts.Choice;
import dev.swarm.router.scripted.Scripts.For;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models by script: what they say follows from what they are asked, and from nothing else. */
class ScriptTest {
  private static final Claim FULL = Claim.on("/var", "/var", "used_percent", "It is full.");
  private static final String OUTPUT = "r1:1| / 12 % \"root\"\nr1:2| /var 97 % data";

  private static Asked asked(String opening, ChatMessage... more) {
    var messages = new ArrayList<ChatMessage>();
    messages.add(new Instructions("You look at storage."));
    messages.add(new User(opening));
    messages.addAll(List.of(more));
    var tools = new ArrayList<ToolSpec>();
    for (var name : List.of("disks", "mounts", "swap", "inodes", "conclude")) {
      tools.add(new ToolSpec(name, "", Schema.object().text("path", "").build()));
    }
    var needy = Schema.object().text("unit", "").required(List.of("unit")).build();
    tools.add(new ToolSpec("journal", "", needy));
    return new Asked(
        "scripted",
        messages,
        new Toolset(tools),
        new ToolChoice.Auto(),
        true,
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        false,
        false,
        Origin.UNKNOWN,
        1000);
  }

  private static Asked answered(String result) {
    var call = new Call("abcdefghi", "disks", "{}");
    return asked(
        "storage",
        new Assistant("", List.of(call), Optional.empty()),
        new Result("abcdefghi", result));
  }

  private static JsonNode arguments(Turn turn) {
    return Caller.json(turn.calls().getFirst().arguments());
  }

  private static Turn reported(Claim claim) {
    return Script.begin().says("").reports(claim).end().turn(answered(OUTPUT));
  }

  @Test
  void a_script_goes_on_turn_by_turn_and_stays_at_its_last() {
    var script = Script.begin().call("disks", "{}").says("one").says("two").end();
    var reply = new Assistant("x", List.of(), Optional.empty());
    assertEquals("disks", script.turn(asked("a")).calls().getFirst().tool());
    assertEquals("one", script.turn(asked("a", reply)).text());
    assertEquals("two", script.turn(asked("a", reply, reply)).text());
    assertEquals("two", script.turn(asked("a", reply, reply, reply, reply)).text());
  }

  @Test
  void a_finding_cites_the_line_that_shows_it() {
    var arguments = arguments(reported(FULL));
    assertEquals("r1:2", arguments.at("/lines/0").asText());
    assertEquals("used_percent", arguments.path("field").asText());
    assertEquals("It is full.", arguments.path("sentence").asText());
  }

  @Test
  void every_lie_differs_from_the_truth_in_what_it_says_it_does() {
    var truth = arguments(reported(FULL));
    assertEquals("r999:999", lie(Lie.MADE_UP_LINE).at("/lines/0").asText());
    assertEquals("r1:1", lie(Lie.OTHER_LINE).at("/lines/0").asText());
    assertNotEquals(truth.path("subject"), lie(Lie.WRONG_SUBJECT).path("subject"));
    assertNotEquals(truth.path("field"), lie(Lie.WRONG_FIELD).path("field"));
    assertTrue(lie(Lie.WRONG_NUMBER).path("sentence").asText().contains("98.76"));
  }

  private static JsonNode lie(Lie lie) {
    return arguments(reported(FULL.lying(lie)));
  }

  @Test
  void blanks_are_filled_from_the_results_and_stay_within_their_json() {
    var script =
        Script.begin()
            .says("")
            .call("disks", "{\"a\":\"{{line root}}\",\"b\":\"{{match (\\d+) % data}}\"}")
            .end();
    var arguments = arguments(script.turn(answered(OUTPUT)));
    assertEquals("/ 12 % \"root\"", arguments.path("a").asText());
    assertEquals("97", arguments.path("b").asText());
    assertEquals("r0:0", new Blanks(asked("a")).text("{{label /var}}"));
  }

  @Test
  void picked_tools_are_offered_need_nothing_and_are_never_taken_twice() {
    var script = Script.begin().picks(3, 5).end();
    var seen = new HashSet<String>();
    for (int i = 0; i < 50; i++) {
      var names = script.turn(asked("n" + i)).calls().stream().map(Turn.Wish::tool).toList();
      assertEquals(3, names.stream().distinct().count());
      seen.addAll(names);
      assertEquals(
          names, script.turn(asked("n" + i)).calls().stream().map(Turn.Wish::tool).toList());
    }
    assertEquals(new HashSet<>(List.of("disks", "mounts", "swap", "inodes")), seen);
  }

  @Test
  void a_conversation_gets_the_first_script_that_is_for_it() {
    var scripts =
        new Scripts(
            List.of(
                new Choice(new For.Opening("storage"), asked -> Turn.says("opening")),
                new Choice(new For.Tool("nothing"), asked -> Turn.says("tool")),
                new Choice(new For.Instructions("look at"), asked -> Turn.says("instructions"))));
    assertEquals("opening", scripts.turn(asked("storage of web-1")).text());
    assertEquals("instructions", scripts.turn(asked("logs")).text());
  }

  @Test
  void conversations_are_dealt_to_parts_by_their_beginning() {
    var scripts =
        new Scripts(
            List.of(
                new Choice(new For.Part(0, 4), asked -> Turn.says("quarter")),
                new Choice(new For.Everybody(), asked -> Turn.says("rest"))));
    long quarter =
        IntStream.range(0, 4000)
            .filter(i -> scripts.turn(asked("n" + i)).text().equals("quarter"))
            .count();
    assertEquals(1000.0, (double) quarter, 120.0);
  }

  @Test
  void ids_tell_their_step_and_foreign_ones_tell_none() {
    for (int step = 0; step < 3000; step += 7) {
      assertEquals(OptionalInt.of(step), CallIds.step(CallIds.id(Seed.of("x"), step, 1)));
    }
    assertEquals(OptionalInt.empty(), CallIds.step("abcdefghi"));
    assertEquals(OptionalInt.empty(), CallIds.step("s00000000"));
  }
}
