package dev.swarm.tools.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of definition files: the built-in ones first, then those of a folder in name order.
 *
 * @param problems files that could not be read
 */
public record Definitions(List<File> files, List<Problem> problems) {
  public Definitions {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** One file; {@code name} is what messages call it. */
  public sealed interface File {
    String name();
  }

  /** A file as people write it. */
  public record Written(String name, String text) implements File {}

  /** A built-in file as the build packed it; it was read without a mistake then. */
  record Packed(String name, YamlNode tree) implements File {}

  private static final String PACK = "/swarm/packed";

  /**
   * Gathers definitions.
   *
   * @param kind {@code tools} or {@code checks}
   * @param names the built-in files, without ending
   * @param folder where an operator keeps more of them
   */
  public static Definitions of(String kind, List<String> names, Optional<Path> folder) {
    var files = new ArrayList<File>();
    var problems = new ArrayList<Problem>();
    var packed = packed();
    for (var name : names) {
      var file = kind + "/" + name + ".yaml";
      var tree = packed.get(file);
      if (tree == null) {
        builtIn(file).ifPresent(files::add);
      } else {
        files.add(new Packed("config/" + file, tree));
      }
    }
    folder.ifPresent(path -> dropped(path, files, problems));
    return new Definitions(files, problems);
  }

  private static Map<String, YamlNode> packed() {
    try (InputStream in = Definitions.class.getResourceAsStream(PACK)) {
      return in == null ? Map.of() : PackedYaml.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("could not read the packed definitions", e);
    }
  }

  /** The built-in file of that name under {@code config/}, if there is one. */
  public static Optional<Written> builtIn(String name) {
    try (InputStream in = Definitions.class.getResourceAsStream("/swarm/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new Written("config/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException("could not read the built-in " + name, e);
    }
  }

  private static void dropped(Path folder, List<File> files, List<Problem> problems) {
    try (var entries = Files.list(folder)) {
      var paths = entries.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
      for (var path : paths) {
        read(path, files, problems);
      }
    } catch (IOException e) {
      problems.add(Problem.of(folder.toString(), "could not list the folder: " + reason(e)));
    }
  }

  private static void read(Path path, List<File> files, List<Problem> problems) {
    try {
      if (!Files.isRegularFile(path)) {
        problems.add(Problem.of(path.toString(), "could not read the file: it is no plain file"));
      } else {
        files.add(new Written(path.toString(), text(path)));
      }
    } catch (IOException e) {
      problems.add(Problem.of(path.toString(), "could not read the file: " + reason(e)));
    }
  }

  /**
   * The text of a file that a person wrote; of one that is too large, as much as shows that it is.
   *
   * @throws IOException if it cannot be read or is no UTF-8 text
   */
  public static String text(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var bytes = ByteBuffer.wrap(in.readNBytes(2 * YamlFile.LARGEST));
      boolean whole = bytes.remaining() < 2 * YamlFile.LARGEST;
      return whole
          ? StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()
          : StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
  }

  /** Why a file could not be read, in words that follow a colon. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "it is no folder";
      case CharacterCodingException _ -> "it is not UTF-8 text";
      default -> String.valueOf(e.getMessage());
    };
  }
}
