package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.swarm.router.chat.ChatRequest;
import java.io.IOException;
import java.util.Optional;

/** The part of a request that varies: how the reply shall be made, and in which form. */
final class Wishes {
  /** The contract's. */
  private static final double HOTTEST = 2;

  /** A little more for each further sample: enough to leave a rut, not to talk nonsense. */
  private static final double WARMER = 0.2;

  private final JsonGenerator json;
  private final Profile profile;

  Wishes(JsonGenerator json, Profile profile) {
    this.json = json;
    this.profile = profile;
  }

  void write(ChatRequest request, Optional<String> cacheKey, boolean streamed, int sample)
      throws IOException {
    if (!request.tools().isEmpty()) {
      choice(request.choice());
      json.writeBooleanField("parallel_tool_calls", profile.parallelCalls());
    }
    json.writeNumberField(profile.limitField().key(), request.maxTokens());
    sampling(sample);
    json.writeBooleanField("stream", streamed);
    if (streamed) {
      json.writeObjectFieldStart("stream_options");
      json.writeBooleanField("include_usage", true);
      json.writeEndObject();
    }
    if (profile.cacheKey() && cacheKey.isPresent()) {
      TextField.write(json, "prompt_cache_key", cacheKey.get());
    }
  }

  /**
   * Nothing where the model is free, which is what every server takes nothing for; and never a tool
   * by its name, which servers ignore (llama.cpp#26535, ollama#8421).
   */
  private void choice(ChatRequest.Choice choice) throws IOException {
    switch (choice) {
      case AUTO -> {}
      case REQUIRED -> json.writeStringField("tool_choice", "required");
      case NONE -> json.writeStringField("tool_choice", "none");
    }
  }

  /** Where a server takes no temperature, the seed alone makes another draw. */
  private void sampling(int sample) throws IOException {
    if (profile.temperature().isPresent()) {
      var warm = Math.min(HOTTEST, profile.temperature().getAsDouble() + sample * WARMER);
      json.writeNumberField("temperature", Math.round(warm * 100) / 100.0);
    }
    if (sample > 0) {
      json.writeNumberField("seed", sample);
    }
  }
}
