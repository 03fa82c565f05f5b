package dev.swarm.router.exchange;

import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a router may sort requests by, so that those with an equal beginning meet one cache: a hash
 * of the instructions and the tools, hence the same for all nodes of one area and platform.
 */
final class CacheKey {
  private static final int LENGTH = 16;

  private CacheKey() {}

  static String of(ChatRequest request) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      request.messages().stream()
          .filter(Instructions.class::isInstance)
          .forEach(one -> hash.update(bytes(((Instructions) one).text())));
      for (var tool : request.tools().tools()) {
        hash.update(bytes(tool.name()));
        hash.update(bytes(tool.description()));
        hash.update(bytes(tool.input().json()));
      }
      return HexFormat.of().formatHex(hash.digest()).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
