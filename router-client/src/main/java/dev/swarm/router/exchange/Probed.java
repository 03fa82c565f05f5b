package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.wire.Catalogue.Listed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a look at an endpoint showed. It is no proof of health: vLLM and SGLang list their models
 * although the engine is dead, and a busy server may be too busy to be looked at (rows 45 and 46 of
 * the known deviations). Only a completion shows that completions work.
 *
 * @param reachable something there speaks HTTP
 * @param loading it says that it is loading the model
 * @param models as listed; empty where it lists none
 * @param context tokens of one conversation with the endpoint's model
 * @param slots requests that it works on at once
 * @param software what it is, as far as it shows
 * @param trouble why there is no list of models
 */
public record Probed(
    boolean reachable,
    boolean loading,
    List<Listed> models,
    OptionalInt context,
    OptionalInt slots,
    Software software,
    Optional<Trouble> trouble) {
  public Probed {
    models = List.copyOf(models);
  }

  /** Known by what they answer. */
  public enum Software {
    LLAMA_SERVER,
    OLLAMA,
    VLLM,
    UNKNOWN
  }

  /** The entry of the model with that name or alias. */
  public Optional<Listed> model(String name) {
    return models.stream().filter(one -> one.names().contains(name)).findFirst();
  }
}
