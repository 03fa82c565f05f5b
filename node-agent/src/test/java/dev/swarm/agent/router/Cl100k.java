package dev.swarm.agent.router;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Toolset;

/** Counts the tokens of a request by cl100k, four more for each message and tool. */
final class Cl100k {
  private static final Encoding ENCODING =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
  private static final int WRAPPING = 4;

  private Cl100k() {}

  static int of(String text) {
    return ENCODING.countTokensOrdinary(text);
  }

  static int of(Toolset tools) {
    return tools.tools().stream()
        .mapToInt(tool ->
            WRAPPING
                + of(
                    "{\"type\":\"function\",\"function\":{\"name\":\"%s\",\"description\":\"%s\",\"parameters\":%s}}"
                        .formatted(tool.name(), tool.description(), tool.input().json())))
        .sum();
  }

  static int of(ChatMessage message) {
    return WRAPPING
        + switch (message) {
          case ChatMessage.Instructions(var text) -> of(text);
          case ChatMessage.User(var text) -> of(text);
          case ChatMessage.Result(var call, var text) -> of(call) + of(text);
          case ChatMessage.Assistant(var text, var calls, _) ->
              of(text)
                  + calls.stream()
                      .mapToInt(call -> of(call.id() + call.tool() + call.arguments()) + 12)
                      .sum();
        };
  }

  static int of(ChatRequest request) {
    return of(request.tools()) + request.messages().stream().mapToInt(Cl100k::of).sum();
  }
}
