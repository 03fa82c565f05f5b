/**
 * Who may ask a stronger model, and how often: a wish is granted within limits of calls, tokens and
 * money, or waits in line for that; it never fires without. Knows neither endpoints nor the bus: a
 * fleet's permits come from elsewhere through the same {@link dev.swarm.router.permit.Permits}.
 */
@NullMarked
package dev.swarm.router.permit;

import org.jspecify.annotations.NullMarked;
