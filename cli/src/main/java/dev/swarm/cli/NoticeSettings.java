package dev.swarm.cli;

import dev.swarm.coordinator.notice.Form;
import dev.swarm.coordinator.notice.Happening;
import dev.swarm.protocol.Severity;
import dev.swarm.router.endpoint.KeySource;
import java.util.Set;

/**
 * One of {@code notices:}.
 *
 * @param url where its URL is found; the URL itself is a secret and stands in no configuration
 * @param atLeast the lowest severity that is told
 */
record NoticeSettings(
    String name, KeySource url, Form form, Severity atLeast, Set<Happening> events) {
  NoticeSettings {
    events = Set.copyOf(events);
  }
}
