package dev.swarm.tools.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One YAML document and the mistakes found in it so far. */
public final class YamlFile {
  /** No definition that a person writes is larger. */
  static final int LARGEST = 1 << 20;

  private final String name;
  private final List<Problem> problems = new ArrayList<>();
  private boolean packed;

  private YamlFile(String name) {
    this.name = name;
  }

  /** A document without content yet; {@link #root} reads it. */
  public static YamlFile named(String name) {
    return new YamlFile(name);
  }

  /** The mapping at the top of {@code text}; empty, with a problem, if there is none. */
  public Optional<YamlMap> root(String text) {
    int before = problems.size();
    var tree = new YamlText(this).read(text);
    return problems.size() > before ? Optional.empty() : mapping(tree);
  }

  /** The mapping at the top of {@code definitions}. */
  public Optional<YamlMap> root(Definitions.File definitions) {
    return switch (definitions) {
      case Definitions.Written(_, var text) -> root(text);
      case Definitions.Packed(_, var tree) -> {
        packed = true;
        yield mapping(Optional.of(tree));
      }
    };
  }

  private Optional<YamlMap> mapping(Optional<YamlNode> tree) {
    if (tree.isPresent() && tree.get() instanceof YamlNode.Mapping mapping) {
      return Optional.of(new YamlMap(this, mapping));
    }
    problems.add(
        new Problem(
            name,
            tree.map(YamlNode::line).orElse(1),
            1,
            "expected 'key: value' at the top of the file"));
    return Optional.empty();
  }

  /** Whether the build packed it, and so found no mistake in it. */
  public boolean packed() {
    return packed;
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** The mistakes so far, in the order found. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** How many mistakes were found so far. */
  public int problemCount() {
    return problems.size();
  }
}
