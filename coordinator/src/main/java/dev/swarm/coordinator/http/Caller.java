package dev.swarm.coordinator.http;

/**
 * Who asks.
 *
 * @param name of the token; {@code local} where none is needed, {@code nobody} where none was shown
 */
record Caller(String name, Access access) {
  static final Caller NOBODY = new Caller("nobody", Access.PUBLIC);
  static final Caller LOCAL = new Caller("local", Access.OPERATOR);
}
