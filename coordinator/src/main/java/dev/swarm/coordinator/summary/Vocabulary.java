package dev.swarm.coordinator.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that any sentence may use, for they say nothing of themselves: no name, no state, no cause.
 * Every other word has to stand in the findings that a sentence cites.
 */
final class Vocabulary {
  private static final String RESOURCE = "ordinary-words.txt";
  private static final List<String> ENDINGS = List.of("", "s", "es", "ed", "d", "ing", "ly");

  private final Set<String> words = new HashSet<>();

  Vocabulary() {
    try (var stream = Vocabulary.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("could not find the resource " + RESOURCE);
      }
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the resource " + RESOURCE, e);
    }
  }

  /** Whether {@code word}, in lower case, is one of them, whatever its ending. */
  boolean holds(String word) {
    return word.isEmpty()
        || ENDINGS.stream()
            .filter(word::endsWith)
            .map(ending -> word.substring(0, word.length() - ending.length()))
            .anyMatch(words::contains);
  }
}
