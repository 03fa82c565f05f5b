package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Platform;
import java.util.List;
import java.util.Map;

/**
 * A named, typed, read-only probe.
 *
 * @param origin the file that states it
 * @param forms per platform, in the order in which they are tried
 */
public record Tool(
    String name,
    String description,
    String area,
    Cost cost,
    List<Parameter> parameters,
    Map<Platform, List<Form>> forms,
    String origin) {
  public Tool {
    parameters = List.copyOf(parameters);
    forms = Map.copyOf(forms);
  }

  /** The forms for {@code platform}; empty where it has none. */
  public List<Form> forms(Platform platform) {
    return forms.getOrDefault(platform, List.of());
  }

  /** What a call costs the host it runs on. */
  public enum Cost {
    CHEAP,
    MODERATE,
    HEAVY
  }
}
