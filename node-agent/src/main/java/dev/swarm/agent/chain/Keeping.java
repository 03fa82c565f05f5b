package dev.swarm.agent.chain;

/**
 * When a chain goes on in a new file.
 *
 * @param rotateAt bytes of a file after which the next one begins
 * @param files kept beside the current one; older ones are deleted
 */
public record Keeping(long rotateAt, int files) {
  /** One file, however large. */
  public static final Keeping ONE_FILE = new Keeping(Long.MAX_VALUE, 0);

  public Keeping {
    if (rotateAt < 1 || files < 0) {
      throw new IllegalArgumentException("no way to keep files: " + rotateAt + ", " + files);
    }
  }
}
