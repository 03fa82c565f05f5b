/**
 * Row by row of the catalogue of deviations: the whole client against the scripted router, over
 * HTTP. The number in a test's name is the row's.
 */
@NullMarked
package dev.swarm.router.deviations;

import org.jspecify.annotations.NullMarked;
