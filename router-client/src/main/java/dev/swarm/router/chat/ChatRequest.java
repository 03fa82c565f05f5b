package dev.swarm.router.chat;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param messages the whole conversation, oldest first; the history is sanitised before it is sent,
 *     never refused
 * @param tools what the model may call
 * @param maxTokens of the reply, reasoning included
 */
public record ChatRequest(List<ChatMessage> messages, Toolset tools, Choice choice, int maxTokens) {
  public ChatRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request has at least one message");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("a reply has at least one token: " + maxTokens);
    }
  }

  /** Whether the model has to call a tool. */
  public enum Choice {
    /** As it likes. */
    AUTO,
    /** It must call one; no guarantee at many servers, so a reply without a call is no error. */
    REQUIRED,
    /** The tools are shown, so that the prefix stays the same, and none may be called. */
    NONE
  }
}
