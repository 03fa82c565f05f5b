package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Aggregate;
import dev.swarm.tools.expression.Node.Call;
import dev.swarm.tools.expression.Node.Growth;
import dev.swarm.tools.expression.Node.Present;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a function's arguments, the opening parenthesis being behind us. */
final class Calls {
  private final Tokens tokens;
  private final Parser parser;
  private boolean aggregating;

  Calls(Tokens tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  Node after(Token.Word word) {
    String name = word.shown();
    Optional<Aggregation> aggregation = named(Aggregation.values(), name);
    if (aggregation.isPresent()) {
      return aggregate(word, aggregation.get());
    }
    Optional<Function> function = named(Function.values(), name);
    if (function.isPresent()) {
      return new Call(function.get(), arguments(word, function.get().arguments()));
    }
    return switch (name) {
      case "present" -> new Present(arguments(word, 1).getFirst());
      case "delta" -> new Growth(field(word), false);
      case "rate" -> new Growth(field(word), true);
      default -> throw unknown(word);
    };
  }

  private Node aggregate(Token.Word word, Aggregation aggregation) {
    if (aggregating) {
      throw new ExpressionException(
          word.column(), "expected no " + word.shown() + "() inside another aggregate");
    }
    if (aggregation == Aggregation.COUNT && tokens.takeSymbol(")")) {
      return new Aggregate(aggregation, Optional.empty());
    }
    aggregating = true;
    Node of = arguments(word, 1).getFirst();
    aggregating = false;
    return new Aggregate(aggregation, Optional.of(of));
  }

  private List<Node> arguments(Token.Word word, int wanted) {
    List<Node> arguments = new ArrayList<>();
    do {
      arguments.add(parser.expression());
    } while (tokens.takeSymbol(","));
    tokens.expect(")");
    if (arguments.size() != wanted) {
      throw new ExpressionException(
          word.column(),
          "expected %d argument%s for %s(), found %d"
              .formatted(wanted, wanted == 1 ? "" : "s", word.shown(), arguments.size()));
    }
    return List.copyOf(arguments);
  }

  private String field(Token.Word word) {
    if (!(tokens.peek() instanceof Token.Word(int _, String name)) || Words.isReserved(name)) {
      throw tokens.unexpected("expected the name of a field in " + word.shown() + "()");
    }
    tokens.skip();
    tokens.expect(")");
    return name;
  }

  private static ExpressionException unknown(Token.Word word) {
    return new ExpressionException(
        word.column(),
        "expected a function, found %s(); the nearest is %s()"
            .formatted(word.shown(), Nearest.to(word.shown(), names())));
  }

  private static List<String> names() {
    Stream<Enum<?>> listed =
        Stream.concat(Arrays.stream(Function.values()), Arrays.stream(Aggregation.values()));
    return Stream.concat(
            listed.map(each -> each.name().toLowerCase(Locale.ROOT)),
            Stream.of("present", "delta", "rate"))
        .toList();
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
