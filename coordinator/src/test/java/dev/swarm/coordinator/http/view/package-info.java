@NullMarked
package dev.swarm.coordinator.http.view;

import org.jspecify.annotations.NullMarked;
