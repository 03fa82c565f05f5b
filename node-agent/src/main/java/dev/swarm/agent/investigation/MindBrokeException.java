package dev.swarm.agent.investigation;

/** A mind threw, which no mind may: what it cannot do, it refuses. A bug of ours. */
final class MindBrokeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MindBrokeException(String mind, Throwable cause) {
    super("the mind '" + mind + "' broke: " + cause + where(cause), cause);
  }

  private static String where(Throwable cause) {
    var frames = cause.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
