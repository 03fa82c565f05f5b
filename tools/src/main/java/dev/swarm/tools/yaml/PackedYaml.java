package dev.swarm.tools.yaml;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trees of the built-in files as the build packs them: a cold start reads these in a few
 * milliseconds, where scanning the YAML takes some two hundred. Positions are kept.
 */
public final class PackedYaml {
  private static final int SCALAR = 1;
  private static final int PLAIN = 2;
  private static final int SEQUENCE = 3;
  private static final int MAPPING = 4;

  private PackedYaml() {}

  /** The trees in {@code in}, by the names of their files. */
  static Map<String, YamlNode> read(InputStream in) throws IOException {
    try (var data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
      var trees = new LinkedHashMap<String, YamlNode>();
      for (int count = data.readInt(); count > 0; count--) {
        trees.put(data.readUTF(), node(data));
      }
      return trees;
    }
  }

  /**
   * Packs files.
   *
   * @throws IllegalArgumentException naming what is wrong with one of them
   */
  public static void pack(Map<String, String> files, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(files.size());
    for (var entry : files.entrySet()) {
      var file = YamlFile.named(entry.getKey());
      var tree = new YamlText(file).read(entry.getValue());
      if (tree.isEmpty() || !file.problems().isEmpty()) {
        throw new IllegalArgumentException("could not pack: " + file.problems());
      }
      data.writeUTF(entry.getKey());
      write(tree.get(), data);
    }
    data.flush();
  }

  private static YamlNode node(DataInputStream data) throws IOException {
    int kind = data.readByte();
    int line = data.readUnsignedShort();
    int column = data.readUnsignedShort();
    return switch (kind) {
      case SCALAR, PLAIN -> new YamlNode.Scalar(line, column, data.readUTF(), kind == PLAIN);
      case SEQUENCE -> {
        var elements = new ArrayList<YamlNode>();
        for (int count = data.readInt(); count > 0; count--) {
          elements.add(node(data));
        }
        yield new YamlNode.Sequence(line, column, elements);
      }
      case MAPPING -> {
        var entries = new ArrayList<YamlNode.Entry>();
        for (int count = data.readInt(); count > 0; count--) {
          entries.add(new YamlNode.Entry(node(data), node(data)));
        }
        yield new YamlNode.Mapping(line, column, entries);
      }
      default -> throw new IOException("no packed YAML: a node of kind " + kind);
    };
  }

  private static void write(YamlNode node, DataOutputStream data) throws IOException {
    switch (node) {
      case YamlNode.Scalar(int line, int column, String text, boolean plain) -> {
        head(plain ? PLAIN : SCALAR, line, column, data);
        data.writeUTF(text);
      }
      case YamlNode.Sequence(int line, int column, var elements) -> {
        head(SEQUENCE, line, column, data);
        data.writeInt(elements.size());
        for (var element : elements) {
          write(element, data);
        }
      }
      case YamlNode.Mapping(int line, int column, var entries) -> {
        head(MAPPING, line, column, data);
        data.writeInt(entries.size());
        for (var entry : entries) {
          write(entry.key(), data);
          write(entry.value(), data);
        }
      }
    }
  }

  private static void head(int kind, int line, int column, DataOutputStream data)
      throws IOException {
    data.writeByte(kind);
    data.writeShort(line);
    data.writeShort(column);
  }
}
