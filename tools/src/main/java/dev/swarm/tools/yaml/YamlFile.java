package dev.swarm.tools.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One YAML document and the mistakes found in it so far. Nothing is built from it: tags, anchors
 * and types mean nothing here, so that no document can be a bomb or name a class.
 */
public final class YamlFile {
  /** No definition that a person writes is larger. */
  static final int LARGEST = 1 << 20;

  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  private YamlFile(String name) {
    this.name = name;
  }

  /** A document without content yet; {@link #root} reads it. */
  public static YamlFile named(String name) {
    return new YamlFile(name);
  }

  /** The mapping at the top of {@code text}; empty, with a problem, if there is none. */
  public Optional<YamlMap> root(String text) {
    if (text.length() > LARGEST) {
      problems.add(Problem.of(name, "larger than 1 MiB; split it into several files"));
      return Optional.empty();
    }
    try {
      var node = new Yaml(options()).compose(new StringReader(text));
      if (node instanceof MappingNode mapping) {
        return Optional.of(new YamlMap(this, mapping));
      }
      problems.add(
          new Problem(
              name,
              node == null ? 1 : node.getStartMark().getLine() + 1,
              1,
              "expected 'key: value' at the top of the file"));
    } catch (ReaderException e) {
      problems.add(unprintable(text, e));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      problems.add(
          mark == null
              ? Problem.of(name, "not YAML: " + e.getProblem())
              : new Problem(
                  name, mark.getLine() + 1, mark.getColumn() + 1, "not YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      problems.add(Problem.of(name, "not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private Problem unprintable(String text, ReaderException e) {
    int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
    int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    return new Problem(
        name,
        line,
        end - text.lastIndexOf('\n', end - 1),
        String.format("not YAML: the character U+%04X may not stand in it; write plain UTF-8 text", e.getCodePoint()));
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(40);
    options.setCodePointLimit(LARGEST);
    return options;
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
