package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Requests whose replies are read in tests. */
final class Asked {
  static final int MAX_TOKENS = 1000;

  private Asked() {}

  /** With the three tools of {@link #tools}. */
  static ChatRequest withTools() {
    return of(tools(), Choice.AUTO);
  }

  static ChatRequest of(Toolset tools, Choice choice, ChatMessage... before) {
    var messages = new ArrayList<ChatMessage>(List.of(before));
    messages.add(new ChatMessage.User("how full are the disks?"));
    return new ChatRequest(messages, tools, choice, MAX_TOKENS);
  }

  static Toolset tools() {
    var path = Schema.object().text("path", "which").integer("depth", "how deep", 1, 9);
    var many =
        Schema.object().texts("units", "which", 1).choice("state", "", List.of("up", "down"));
    return new Toolset(
        List.of(
            new ToolSpec("disk_usage", "sizes", path.required(List.of("path")).build()),
            new ToolSpec("uptime", "how long", Schema.object().build()),
            new ToolSpec("unit_state", "units", many.required(List.of("units")).build())));
  }
}
