package dev.swarm.coordinator.store;

/** Somebody who is told of something, until this is closed; closing twice does nothing. */
public interface Registration extends AutoCloseable {
  @Override
  void close();
}
