@NullMarked
package dev.swarm.loadtest.work;

import org.jspecify.annotations.NullMarked;
