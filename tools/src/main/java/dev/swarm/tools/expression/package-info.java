/**
 * The small language of conditions and computed fields: numbers with units, text, fields, and
 * functions without side effect. Never loops, never fails at run time: what is missing is unknown.
 */
@NullMarked
package dev.swarm.tools.expression;

import org.jspecify.annotations.NullMarked;
