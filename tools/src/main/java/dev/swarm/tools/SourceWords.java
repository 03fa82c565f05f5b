package dev.swarm.tools;

import dev.swarm.tools.catalog.Source;
import java.util.List;

/** The texts of a source that may hold parameters. */
final class SourceWords {
  private SourceWords() {}

  static List<String> of(Source source) {
    return switch (source) {
      case Source.Argv(var words) -> words;
      case Source.Files(var globs) -> globs;
      case Source.Directories(var globs) -> globs;
      case Source.Reader _ -> List.of();
    };
  }
}
