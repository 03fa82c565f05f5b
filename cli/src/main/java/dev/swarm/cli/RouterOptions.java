package dev.swarm.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model thinks along, said on the command line. */
final class RouterOptions {
  @Option(
      names = "--router",
      order = 5,
      paramLabel = "URL",
      description =
          "A model behind this OpenAI-compatible router thinks along, such as"
              + " http://127.0.0.1:8080/v1; instead of those of its tier in the configuration.")
  @Nullable
  private String router;

  @Option(
      names = "--model",
      order = 6,
      paramLabel = "NAME",
      description = "Which of the router's models; default the one that it serves.")
  @Nullable
  private String model;

  @Option(
      names = "--key-env",
      order = 7,
      paramLabel = "VAR",
      description = "The environment variable that holds the router's key.")
  @Nullable
  private String variable;

  @Option(
      names = "--tier",
      order = 8,
      paramLabel = "TIER",
      description = "local (default), or frontier: asked only with a permit.")
  @Nullable
  private String tier;

  /** Whether something was said here at all. */
  boolean any() {
    return Stream.of(router, model, variable, tier).anyMatch(said -> said != null);
  }

  /**
   * The configuration with what was said here.
   *
   * @throws UsageException if that makes no sense
   */
  Settings on(Settings settings) {
    return any() ? said().on(settings) : settings;
  }

  private SaidRouter said() {
    return new SaidRouter(
        Optional.ofNullable(router),
        Optional.ofNullable(model),
        Optional.ofNullable(variable),
        Optional.ofNullable(tier));
  }
}
