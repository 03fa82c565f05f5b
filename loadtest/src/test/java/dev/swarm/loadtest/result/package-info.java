@NullMarked
package dev.swarm.loadtest.result;

import org.jspecify.annotations.NullMarked;
