package dev.swarm.tools.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A template that was read. */
record Pieces(String text, List<Piece> pieces) implements Template {
  private static final String MISSING = "?";

  Pieces {
    pieces = List.copyOf(pieces);
  }

  @Override
  public String fill(Scope scope) {
    StringBuilder filled = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words words -> filled.append(words.text());
        case Piece.Blank blank -> filled.append(blank.filled(scope).orElse(MISSING));
      }
    }
    return filled.toString();
  }

  @Override
  public Optional<String> key(Scope scope) {
    StringBuilder filled = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words words -> filled.append(words.text());
        case Piece.Blank blank -> {
          Optional<String> value = blank.plain(scope);
          if (value.isEmpty()) {
            return value;
          }
          filled.append(value.get());
        }
      }
    }
    return Optional.of(filled.toString());
  }

  @Override
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words _ -> {}
        case Piece.Blank blank -> names.addAll(blank.expression().names());
      }
    }
    return Collections.unmodifiableSet(names);
  }
}
