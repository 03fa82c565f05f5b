package dev.swarm.coordinator.notice;

/** What a destination understands. */
public enum Form {
  /** The digest as it is; see docs/schedules.md. */
  JSON("json"),
  /** An incoming webhook of Slack, or of one that takes the same, such as Mattermost. */
  SLACK("slack");

  private final String id;

  Form(String id) {
    this.id = id;
  }

  /** As it is written in the configuration. */
  public String id() {
    return id;
  }
}
