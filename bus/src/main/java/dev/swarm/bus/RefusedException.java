package dev.swarm.bus;

/**
 * The other side said no, under its seal; the codes are those of {@link
 * dev.swarm.protocol.Refusal}.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  public RefusedException(int code, String reason) {
    super(reason);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
