package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ToolSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A chat request as bytes of JSON, UTF-8.
 *
 * <p>The order of keys is fixed: {@code model}, {@code tools}, {@code messages}, then what varies
 * ({@code tool_choice}, {@code parallel_tool_calls}, the limit, {@code temperature}, {@code seed},
 * {@code stream}, {@code stream_options}, {@code prompt_cache_key}). Tools stand before the
 * messages, as in most templates, so that of two turns of one conversation the bytes are equal up
 * to the end of the earlier one's last message. Any thread.
 */
public final class RequestBody {
  private static final JsonFactory JSON = new JsonFactory();

  /** Beside the texts: keys, quotes, ids, escapes. */
  private static final int ROOM = 512;

  private RequestBody() {}

  /**
   * Encodes {@code request}, its history mended.
   *
   * @param cacheKey sent where the profile says so
   * @param streamed whether the reply shall come in pieces
   * @param sample 0 for the first attempt; more asks for another draw of the same, after output
   *     that the server could not read
   */
  public static byte[] of(
      ChatRequest request,
      String model,
      Profile profile,
      Optional<String> cacheKey,
      boolean streamed,
      int sample) {
    var bytes = new ByteArrayOutputStream(estimate(request));
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      TextField.write(json, "model", model);
      tools(json, request);
      json.writeArrayFieldStart("messages");
      var message = new MessageJson(json, profile.nullText());
      for (var one : History.mended(request.messages(), profile)) {
        message.write(one);
      }
      json.writeEndArray();
      new Wishes(json, profile).write(request, cacheKey, streamed, sample);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void tools(JsonGenerator json, ChatRequest request) throws IOException {
    if (request.tools().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("tools");
    for (var tool : request.tools().tools()) {
      tool(json, tool);
    }
    json.writeEndArray();
  }

  /** The schema is written as it is: it is JSON already, and copying is the cheapest. */
  private static void tool(JsonGenerator json, ToolSpec tool) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "function");
    json.writeObjectFieldStart("function");
    json.writeStringField("name", tool.name());
    TextField.write(json, "description", tool.description());
    json.writeFieldName("parameters");
    json.writeRawValue(WellFormed.text(tool.input().json()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static int estimate(ChatRequest request) {
    long size = ROOM;
    for (var tool : request.tools().tools()) {
      size += ROOM / 4 + tool.description().length() + tool.input().json().length();
    }
    for (var message : request.messages()) {
      size += ROOM / 4 + lengthOf(message);
    }
    return (int) Math.min(size + size / 8, 1 << 24);
  }

  private static long lengthOf(ChatMessage message) {
    return switch (message) {
      case ChatMessage.Instructions instructions -> instructions.text().length();
      case ChatMessage.User user -> user.text().length();
      case ChatMessage.Result result -> result.text().length();
      case ChatMessage.Assistant said ->
          said.text().length()
              + said.calls().stream().mapToLong(call -> ROOM / 4 + call.arguments().length()).sum();
    };
  }
}
