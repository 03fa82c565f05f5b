package dev.swarm.tools.process;

/** A way to start programs: with {@code /dev/null} as stdin, and pipes for the other streams. */
sealed interface Starter permits JdkStarter, Spawner {

  /** Starts a program, at once and behind the caller's back; what prevents it is told there. */
  Running start(Launch launch);
}
