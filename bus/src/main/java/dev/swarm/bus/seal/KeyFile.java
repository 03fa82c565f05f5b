package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.BundleException.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file of a {@link KeyBundle}: a few lines to read, then, as PEM, the own certificate, that of
 * the authority, the private key, and the list of revoked keys if there is one.
 */
public record KeyFile(Path path) {
  private static final String HEADER = "swarm key bundle";
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String REVOCATIONS = "SWARM REVOCATIONS";
  private static final int LONGEST = 8 << 20;
  private static final String MAKE = "make it where the authority is: swarm keys enrol NODE";

  /**
   * Reads it.
   *
   * @throws BundleException naming the file, its part, and what to do
   */
  public KeyBundle read() {
    var pem = pem();
    var certificates = labelled(pem, CERTIFICATE);
    if (certificates.size() != 2) {
      throw trouble(
          Section.CERTIFICATE, certificates.size() + " certificates in it, and not 2", MAKE);
    }
    return bundle(
        cluster(pem),
        authority(certificates.getLast()),
        card(certificates.getFirst()),
        key(pem),
        pem);
  }

  /** Writes {@code bundle} there, for its owner's eyes, whole or not at all. */
  public void write(KeyBundle bundle) throws IOException {
    SecretFile.write(path, text(bundle));
  }

  /** Says so if others than the file's owner could read it. */
  public Optional<String> warning() {
    try {
      var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      others.removeAll(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));
      return others.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "others than its owner can use the keys in " + path + "; chmod 600 " + path);
    } catch (IOException e) {
      return Optional.of("could not see who may read " + path + ": " + FileTrouble.reason(e));
    }
  }

  private Pem pem() {
    try {
      if (Files.size(path) > LONGEST) {
        throw trouble(Section.FILE, "it is too large for a key bundle", MAKE);
      }
      var pem = Pem.read(new String(Files.readAllBytes(path), UTF_8));
      if (!pem.header().getOrDefault(HEADER, "").equals("1")) {
        throw trouble(Section.HEADER, "it does not begin with '" + HEADER + ": 1'", MAKE);
      }
      return pem;
    } catch (IOException e) {
      throw trouble(Section.FILE, FileTrouble.reason(e), MAKE);
    }
  }

  private String cluster(Pem pem) {
    var cluster = pem.header().getOrDefault("cluster", "");
    if (cluster.isBlank()) {
      throw trouble(Section.HEADER, "'cluster' is missing", MAKE);
    }
    return cluster;
  }

  private Card card(Pem.Section section) {
    try {
      return Card.read(section.bytes());
    } catch (RejectedException | IllegalArgumentException e) {
      throw trouble(Section.CERTIFICATE, String.valueOf(e.getMessage()), MAKE);
    }
  }

  private Authority authority(Pem.Section section) {
    try {
      return Authority.read(section.bytes());
    } catch (RejectedException | IllegalArgumentException e) {
      throw trouble(Section.AUTHORITY, String.valueOf(e.getMessage()), MAKE);
    }
  }

  private SigningKey key(Pem pem) {
    var keys = labelled(pem, PRIVATE_KEY);
    if (keys.size() != 1) {
      throw trouble(Section.PRIVATE_KEY, keys.size() + " of them in it, and not 1", MAKE);
    }
    try {
      return SigningKey.read(keys.getFirst().bytes());
    } catch (IOException | IllegalArgumentException e) {
      throw trouble(Section.PRIVATE_KEY, String.valueOf(e.getMessage()), MAKE);
    }
  }

  private KeyBundle bundle(
      String cluster, Authority authority, Card card, SigningKey key, Pem pem) {
    try {
      return new KeyBundle(cluster, authority, card, key, revocations(pem, authority));
    } catch (IllegalArgumentException e) {
      throw trouble(Section.CERTIFICATE, String.valueOf(e.getMessage()), MAKE);
    }
  }

  private Optional<RevocationList> revocations(Pem pem, Authority authority) {
    var lists = labelled(pem, REVOCATIONS);
    if (lists.isEmpty()) {
      return Optional.empty();
    }
    try {
      var encoded = new String(lists.getFirst().bytes(), UTF_8);
      return Optional.of(RevocationList.read(encoded, authority));
    } catch (RejectedException | IllegalArgumentException e) {
      throw trouble(Section.REVOCATIONS, String.valueOf(e.getMessage()), MAKE);
    }
  }

  private static String text(KeyBundle bundle) {
    return """
    # The key of one machine of a swarm fleet. Whoever has it can speak in its name: keep it
    # secret, and readable for its owner only. 'swarm keys show FILE' tells what is in it.
    %s: 1
    cluster: %s
    name: %s
    role: %s
    key: %s
    valid until: %s

    """
            .formatted(
                HEADER,
                bundle.cluster(),
                bundle.card().name(),
                bundle.card().role().name().toLowerCase(Locale.ROOT),
                bundle.card().key().id(),
                bundle.card().until())
        + Pem.section(CERTIFICATE, bundle.card().encoded())
        + Pem.section(CERTIFICATE, bundle.authority().encoded())
        + Pem.section(PRIVATE_KEY, bundle.key().pkcs8())
        + bundle
            .revocations()
            .map(list -> Pem.section(REVOCATIONS, list.encoded().getBytes(UTF_8)))
            .orElse("");
  }

  private static List<Pem.Section> labelled(Pem pem, String label) {
    return pem.sections().stream().filter(section -> section.label().equals(label)).toList();
  }

  private BundleException trouble(Section section, String what, String mend) {
    return new BundleException(path, section, what, mend);
  }
}
