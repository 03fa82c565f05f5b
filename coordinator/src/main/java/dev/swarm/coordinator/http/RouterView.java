package dev.swarm.coordinator.http;

import java.util.List;

/**
 * Where models are served.
 *
 * @param url without credentials
 * @param slots what all nodes together may have in flight there
 * @param inUse slots that nodes hold
 * @param waiting requests of nodes that wait for one
 */
public record RouterView(
    String name, String url, List<String> models, int slots, int inUse, int waiting) {
  public RouterView {
    models = List.copyOf(models);
  }
}
