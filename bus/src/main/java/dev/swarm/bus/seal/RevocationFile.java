package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.swarm.bus.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a revocation list is kept over restarts. */
public record RevocationFile(Path path) {
  /** What the file is called beside a key bundle. */
  public static final String NAME = "revocations";

  /** The one that lies beside {@code bundle}, where whoever issues keys puts it. */
  public static RevocationFile beside(Path bundle) {
    return new RevocationFile(bundle.toAbsolutePath().resolveSibling(NAME));
  }

  /**
   * The list, if there is one.
   *
   * @throws BundleException if it is none of our authority: then whoever believed the file would
   *     believe keys that were revoked
   */
  public Optional<RevocationList> read(Authority authority) {
    try {
      var text = new String(Files.readAllBytes(path), US_ASCII);
      return Optional.of(RevocationList.read(text, authority));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw trouble(FileTrouble.reason(e), "let this user read it");
    } catch (RejectedException e) {
      throw trouble(
          String.valueOf(e.getMessage()),
          "put there the file of that name from the keys folder of the authority");
    }
  }

  /**
   * Puts {@code list} there, whole or not at all.
   *
   * @throws IOException if it cannot
   */
  public void write(RevocationList list) throws IOException {
    SecretFile.write(path, list.encoded() + "\n");
  }

  private BundleException trouble(String what, String mend) {
    return new BundleException(path, BundleException.Section.REVOCATIONS, what, mend);
  }
}
