package dev.swarm.bus;

/**
 * Turns bodies into frames that show who sent them, and back. Any thread.
 *
 * <p>Two seals exist: one signs with the process's key (fleets), one only writes the envelope (one
 * process, where the bus cannot be reached from elsewhere).
 */
public interface Seal {
  /** Whose seal this is. */
  Sender own();

  /** A frame around {@code body}; the serial number is drawn here. */
  byte[] close(String type, String recipient, String freshness, String body);

  /**
   * Reads what stands on a frame, without believing it.
   *
   * @throws RejectedException if the bytes are no frame
   */
  Envelope glance(byte[] frame) throws RejectedException;

  /**
   * Checks the seal.
   *
   * @throws RejectedException if the frame is unsigned, altered, or of a key that is foreign,
   *     expired or revoked
   */
  Opened open(byte[] frame) throws RejectedException;
}
