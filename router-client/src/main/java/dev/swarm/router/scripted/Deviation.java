package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Act.Refuses;

/** What real servers do differently; each constant with its row of the reference. */
public enum Deviation implements Mischief {
  SERVER_BUSY(43, "503: maximum pending requests exceeded", new Refuses(at -> Refusals.busy()));

  private final int row;
  private final String description;
  private final Act act;

  Deviation(int row, String description, Act act) {
    this.row = row;
    this.description = description;
    this.act = act;
  }

  /** The row in the catalogue of deviations. */
  public int row() {
    return row;
  }

  @Override
  public String description() {
    return description;
  }

  Act act() {
    return act;
  }
}
