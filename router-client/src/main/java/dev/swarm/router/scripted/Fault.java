package dev.swarm.router.scripted;

/** What a transport does wrong, whatever the answer. The connection is of no use afterwards. */
public enum Fault implements Mischief {
  SILENCE("the request is read, and nothing ever comes", (wire, answer, how) -> {}),
  RESET_AT_ONCE("the connection is reset before a byte", (wire, answer, how) -> wire.reset()),
  CLOSED_AT_ONCE("the connection is closed before a byte", (wire, answer, how) -> wire.close()),
  RESET("the connection is reset after some bytes", Plays::reset),
  CLOSED("the connection is closed after some bytes", Plays::closed),
  STALL("some bytes come, and then nothing", Plays::stall);

  private final String description;
  private final Play play;

  Fault(String description, Play play) {
    this.description = description;
    this.play = play;
  }

  @Override
  public String description() {
    return description;
  }

  void play(RawWire wire, Answer answer, Faulting how) {
    play.on(wire, answer, how);
  }

  /** Plays an answer in its own way. */
  interface Play {
    void on(RawWire wire, Answer answer, Faulting how);
  }
}
