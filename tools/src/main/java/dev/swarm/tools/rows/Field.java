package dev.swarm.tools.rows;

import dev.swarm.tools.expression.Expression;
import java.util.Optional;

/**
 * A declared field of a row.
 *
 * @param at for JSON: where it stands in the element, as a JSON pointer
 * @param from computed instead of read
 */
public record Field(String name, FieldType type, Optional<String> at, Optional<Expression> from) {}
