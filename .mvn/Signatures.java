import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/**
 * A step of the build: takes the signatures out of the jars that are shipped. Nobody asks who signed
 * them, and for a signed jar the JVM hashes each class that it loads, keeps a line for every file in
 * it for as long as it lives, and leaves all its classes out of the cache; see docs/performance.md.
 */
final class Signatures {
  private Signatures() {}

  /** Rewrites the signed jars in the folder {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    try (var files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (var jar : files) {
        byte[] without;
        try (var file = new JarFile(jar.toFile(), false)) {
          if (file.stream().noneMatch(Signatures::signs)) {
            continue;
          }
          without = without(file);
        }
        Files.write(jar, without);
        System.out.println("took the signature out of " + jar.getFileName());
      }
    }
  }

  private static byte[] without(JarFile file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new JarOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (var entry : file.stream().toList()) {
        if (signs(entry)) {
          continue;
        }
        var copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (var in = file.getInputStream(entry)) {
          var content = in.readAllBytes();
          out.write(entry.getName().equals(JarFile.MANIFEST_NAME) ? unhashed(content) : content);
        }
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Without the sections that hold a hash of each file; others stay. */
  private static byte[] unhashed(byte[] content) throws IOException {
    var manifest = new Manifest(new ByteArrayInputStream(content));
    for (var section : manifest.getEntries().values()) {
      section.keySet().removeIf(key -> key.toString().endsWith("-Digest"));
    }
    manifest.getEntries().values().removeIf(Attributes::isEmpty);
    var bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private static boolean signs(JarEntry entry) {
    return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }
}
