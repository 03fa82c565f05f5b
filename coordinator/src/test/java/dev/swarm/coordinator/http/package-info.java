@NullMarked
package dev.swarm.coordinator.http;

import org.jspecify.annotations.NullMarked;
