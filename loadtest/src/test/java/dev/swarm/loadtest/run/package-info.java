@NullMarked
package dev.swarm.loadtest.run;

import org.jspecify.annotations.NullMarked;
