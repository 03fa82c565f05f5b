package dev.badhouse.protocol;

import dev.badhouse.coordinator.Planner;
import io.vertx.core.Vertx;

/** Knows a neighbour and Vert.x, and has an empty name. */
public abstract class AbstractLetter {
  abstract Planner planner();

  abstract Vertx vertx();
}
