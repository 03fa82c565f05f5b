package dev.swarm.tools.yaml;

import java.util.List;

/** YAML as a tree with positions, whatever it was read from; lines and columns count from 1. */
sealed interface YamlNode {
  int line();

  int column();

  /**
   * A single value.
   *
   * @param plain written without quotes, so that an empty one is absent
   */
  record Scalar(int line, int column, String text, boolean plain) implements YamlNode {}

  record Sequence(int line, int column, List<YamlNode> elements) implements YamlNode {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  record Mapping(int line, int column, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  record Entry(YamlNode key, YamlNode value) {}
}
