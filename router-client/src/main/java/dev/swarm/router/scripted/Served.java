package dev.swarm.router.scripted;

import java.util.List;

/**
 * What the server says that it serves.
 *
 * @param models names, the first of which answers whoever asks for another
 * @param context tokens in one conversation; told as llama-server tells it
 */
public record Served(List<String> models, int context) {
  public static final Served STANDARD = new Served(List.of("scripted"), 32_768);

  public Served {
    models = List.copyOf(models);
    if (models.isEmpty() || context < 1) {
      throw new IllegalArgumentException("a server has a model and a context of at least a token");
    }
  }

  /** The one that answers. */
  String answering(String asked) {
    return models.contains(asked) ? asked : models.getFirst();
  }
}
