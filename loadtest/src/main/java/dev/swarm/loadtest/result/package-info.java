/** What a load test came to: as values, text, JSON and a page, and beside an earlier one. */
@NullMarked
package dev.swarm.loadtest.result;

import org.jspecify.annotations.NullMarked;
