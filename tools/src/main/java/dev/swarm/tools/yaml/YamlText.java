package dev.swarm.tools.yaml;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML text into a tree. Nothing is built from it: tags and types mean nothing here, so that
 * no document can name a class, and aliases are bounded, so that none can be a bomb.
 */
final class YamlText {

  private static final int MOST_NODES = 50_000;
  private static final int DEEPEST = 40;

  private final YamlFile file;
  private int nodes;

  YamlText(YamlFile file) {
    this.file = file;
  }

  /** The tree of {@code text}; empty, with a problem, if it is no YAML. */
  Optional<YamlNode> read(String text) {
    if (text.length() > YamlFile.LARGEST) {
      file.add(Problem.of(file.name(), "larger than 1 MiB; split it into several files"));
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new Yaml(options()).compose(new StringReader(text)))
          .map(node -> tree(node, 0));
    } catch (ReaderException e) {
      file.add(unprintable(text, e));
    } catch (MarkedYAMLException e) {
      file.add(problem(e));
    } catch (YAMLException e) {
      file.add(Problem.of(file.name(), "not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private Problem problem(MarkedYAMLException e) {
    var mark = e.getProblemMark();
    return mark == null
        ? Problem.of(file.name(), "not YAML: " + e.getProblem())
        : new Problem(
            file.name(), mark.getLine() + 1, mark.getColumn() + 1, "not YAML: " + e.getProblem());
  }

  private Problem unprintable(String text, ReaderException e) {
    int position = Math.min(e.getPosition(), text.codePointCount(0, text.length()));
    int end = text.offsetByCodePoints(0, position);
    int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    return new Problem(
        file.name(),
        line,
        end - text.lastIndexOf('\n', end - 1),
        String.format(
            "not YAML: the character U+%04X may not stand in it; write plain UTF-8 text",
            e.getCodePoint()));
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(40);
    options.setCodePointLimit(YamlFile.LARGEST);
    return options;
  }

  /** Aliases are written out; a document that grows without bound by them is refused. */
  private YamlNode tree(Node node, int depth) {
    int line = node.getStartMark().getLine() + 1;
    int column = node.getStartMark().getColumn() + 1;
    nodes++;
    if (nodes > MOST_NODES || depth > DEEPEST) {
      throw new YAMLException("it grows without bound by its aliases (*), or is nested too deeply");
    }
    return switch (node) {
      case ScalarNode scalar ->
          new YamlNode.Scalar(
              line,
              column,
              scalar.getValue(),
              scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN);
      case SequenceNode sequence ->
          new YamlNode.Sequence(
              line, column, sequence.getValue().stream().map(n -> tree(n, depth + 1)).toList());
      case MappingNode mapping ->
          new YamlNode.Mapping(
              line, column, mapping.getValue().stream().map(t -> entry(t, depth + 1)).toList());
      default -> new YamlNode.Scalar(line, column, "", true);
    };
  }

  private YamlNode.Entry entry(NodeTuple tuple, int depth) {
    return new YamlNode.Entry(tree(tuple.getKeyNode(), depth), tree(tuple.getValueNode(), depth));
  }
}
