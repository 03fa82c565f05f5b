package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import java.io.IOException;

/**
 * Messages in the form that every server takes: contents are one string each, never parts; the
 * arguments of a call are a string.
 */
final class MessageJson {
  private final JsonGenerator json;
  private final boolean nullText;

  /** Writes into {@code json}; {@code nullText} sends null for no text beside calls. */
  MessageJson(JsonGenerator json, boolean nullText) {
    this.json = json;
    this.nullText = nullText;
  }

  void write(ChatMessage message) throws IOException {
    json.writeStartObject();
    switch (message) {
      case Instructions instructions -> text("system", instructions.text());
      case User user -> text("user", user.text());
      case Assistant said -> said(said);
      case Result result -> result(result);
    }
    json.writeEndObject();
  }

  private void text(String role, String text) throws IOException {
    json.writeStringField("role", role);
    TextField.write(json, "content", text);
  }

  private void said(Assistant said) throws IOException {
    if (nullText && said.text().isEmpty()) {
      json.writeStringField("role", "assistant");
      json.writeNullField("content");
    } else {
      text("assistant", said.text());
    }
    if (said.reasoning().isPresent()) {
      TextField.write(json, "reasoning_content", said.reasoning().get());
    }
    if (!said.calls().isEmpty()) {
      json.writeArrayFieldStart("tool_calls");
      for (var call : said.calls()) {
        call(call);
      }
      json.writeEndArray();
    }
  }

  private void call(Call call) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", call.id());
    json.writeStringField("type", "function");
    json.writeObjectFieldStart("function");
    json.writeStringField("name", call.tool());
    TextField.write(json, "arguments", call.arguments());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(Result result) throws IOException {
    json.writeStringField("role", "tool");
    json.writeStringField("tool_call_id", result.call());
    TextField.write(json, "content", result.text());
  }
}
