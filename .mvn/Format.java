import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java source of the house to google-java-format: {@code check} names the files that
 * differ and fails, {@code apply} rewrites them. Run by the root pom as a single-file program.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    List<String> files = sources(root);
    if (files.isEmpty()) {
      fail("found no Java source under " + root);
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    arguments.addAll(files);
    var out = new PrintWriter(System.out, true);
    var err = new PrintWriter(System.err, true);
    int code = new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    if (code != 0) {
      fail("the files above are not in format. To mend them: mvn -q -N verify -Dformat=apply");
    }
  }

  private static List<String> sources(Path root) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> rooms = Files.list(root)) {
      for (Path room : rooms.sorted().toList()) {
        Path src = room.resolve("src");
        if (!Files.isDirectory(src)) {
          continue;
        }
        try (Stream<Path> tree = Files.walk(src)) {
          tree.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private static void fail(String why) {
    System.err.println("format: " + why);
    System.exit(1);
  }
}
