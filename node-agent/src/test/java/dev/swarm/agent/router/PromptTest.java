package dev.swarm.agent.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.cases.Troubled;
import dev.swarm.protocol.Area;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What stands before every conversation: the same for all nodes and turns, and small. */
class PromptTest {
  private static final Path PAGE = Path.of("../docs/model.md");
  private static final int MOST = 3000;

  private static ChatRequest first(Host host, Area area) {
    var model = ScriptedModel.of();
    var _ = new Scene(host, area.value()).completed(model);
    return model.requests().getFirst();
  }

  @Test
  void instructions_tools_and_opening_of_every_area_are_under_3000_tokens() {
    for (var area : Area.STANDARD) {
      int tokens = Cl100k.of(first(Troubled.in(area), area));
      assertTrue(tokens < MOST, area + ": " + tokens);
      assertTrue(tokens > 500, area + " has hardly anything: " + tokens);
    }
  }

  @Test
  void the_table_of_sizes_in_the_documentation_is_up_to_date() throws IOException {
    var table = new StringBuilder();
    for (var area : Area.STANDARD) {
      var request = first(Troubled.in(area), area);
      var messages = request.messages();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %d | %d |%n",
              area,
              request.tools().tools().size(),
              Cl100k.of(messages.get(0)),
              Cl100k.of(request.tools()),
              Cl100k.of(messages.get(1)),
              Cl100k.of(request)));
    }
    assertTrue(
        Files.readString(PAGE).contains(table), "docs/model.md should hold this table:\n" + table);
  }

  @Test
  void the_prefix_is_the_same_on_every_node_and_every_turn() {
    for (var area : List.of("storage", "network-and-dns")) {
      var one = first(Machine.troubledAs("alpha"), new Area(area));
      var other = first(Troubled.in(new Area(area)), new Area(area));
      assertEquals(one.messages().getFirst(), other.messages().getFirst());
      assertEquals(one.tools(), other.tools());
      assertNotEquals(one.messages().get(1), other.messages().get(1));
    }
  }

  @Test
  void messages_are_only_appended_from_turn_to_turn() {
    var model =
        ScriptedModel.of(
            ScriptedModel.calls(ScriptedModel.call("filesystems", "{}")),
            ScriptedModel.calls(ScriptedModel.call("mounts", "{}")),
            ScriptedModel.calls(ScriptedModel.call("largest-directories", "{\"path\":\"/var\"}")));
    var _ = new Scene(Machine.troubled(), "storage").completed(model);
    assertEquals(4, model.requests().size());
    List<ChatMessage> before = List.of();
    for (var request : model.requests()) {
      assertEquals(before, request.messages().subList(0, before.size()));
      assertEquals(model.requests().getFirst().tools(), request.tools());
      assertTrue(request.messages().size() > before.size());
      before = request.messages();
    }
  }

  @Test
  void every_tool_of_an_area_stands_in_it_though_a_node_lacks_it() {
    for (var area : Area.STANDARD) {
      var prompt = Prompt.of(Scene.CATALOG, Scene.CHECKS, area, Platform.LINUX);
      for (var tool : Scene.CATALOG.of(area.value())) {
        boolean here = !tool.forms(Platform.LINUX).isEmpty();
        assertEquals(here, prompt.tools().tool(tool.name()).isPresent(), tool.name());
      }
    }
  }
}
