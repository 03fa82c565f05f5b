package dev.swarm.router.endpoint;

/** Finds keys, anew for each request. Any thread; may run a command, and so block. */
@FunctionalInterface
public interface Keys {

  /**
   * The key.
   *
   * @throws KeyException if there is none; its message says how to mend that, and holds no key
   */
  String of(KeySource source) throws KeyException, InterruptedException;
}
