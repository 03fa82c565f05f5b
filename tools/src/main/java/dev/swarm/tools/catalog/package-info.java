/**
 * Tools as data: their definitions, what they require, which arguments they take, and the reading
 * of the YAML files that state them.
 */
@NullMarked
package dev.swarm.tools.catalog;

import org.jspecify.annotations.NullMarked;
