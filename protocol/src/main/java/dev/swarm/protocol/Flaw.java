package dev.swarm.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is wrong with a message, where in it, and in words that name no class of ours. */
final class Flaw {
  private Flaw() {}

  /** {@code subtask.budget.turns: is not a whole number that fits}. */
  static String in(JsonProcessingException failure) {
    var where = failure instanceof JsonMappingException mapping ? path(mapping) : "";
    return where.isEmpty() ? what(failure) : where + ": " + what(failure);
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(step -> Optional.ofNullable(step.getFieldName()).orElse("[" + step.getIndex() + "]"))
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String what(JsonProcessingException failure) {
    return switch (failure) {
      case ValueInstantiationException refused -> rule(refused);
      case InvalidTypeIdException type ->
          type.getTypeId() == null
              ? "the field that says what kind of message it is is missing"
              : "there is no kind \"" + type.getTypeId() + "\"";
      case InvalidFormatException format ->
          "\"" + format.getValue() + "\" is not " + name(format.getTargetType());
      case MismatchedInputException mismatch -> mismatch(mismatch);
      case JsonMappingException mapping ->
          mapping.getCause() instanceof InputCoercionException
              ? "is not " + name(long.class)
              : "cannot be read: " + mapping.getOriginalMessage();
      default -> "not JSON: " + firstPhrase(failure.getOriginalMessage());
    };
  }

  private static String mismatch(MismatchedInputException mismatch) {
    var words = mismatch.getOriginalMessage();
    if (words.startsWith("Missing creator property")) {
      return "is missing";
    }
    if (words.startsWith("Null value for") || words.startsWith("Cannot map `null`")) {
      return "is null";
    }
    return words.startsWith("No content")
        ? "it is empty"
        : "is not " + name(mismatch.getTargetType());
  }

  private static String rule(ValueInstantiationException refused) {
    return refused.getCause() instanceof IllegalArgumentException rule
        ? String.valueOf(rule.getMessage())
        : "a value is null where there must be one";
  }

  private static String name(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "a whole number that fits";
    }
    if (List.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == String.class) {
      return "a text";
    }
    return type.isEnum() ? "one of the known values" : "a " + type.getSimpleName();
  }

  /** Jackson's own words, without the source snippets that follow them. */
  private static String firstPhrase(String message) {
    return message.replaceAll("\\s*[(\\n].*", "").strip();
  }
}
