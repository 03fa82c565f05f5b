package dev.swarm.agent.chain;

/** Signs with the node's key; any thread. */
@FunctionalInterface
public interface Signer {
  /** Where there is no key. */
  Signer NOBODY = _ -> new byte[0];

  byte[] sign(byte[] bytes);

  /** Says whether a signature is that of the node's key. */
  @FunctionalInterface
  interface Check {
    boolean holds(byte[] bytes, byte[] signature);
  }
}
