package dev.swarm.bus.seal;

import java.nio.file.Path;
import java.util.Locale;

/** A file of keys is not what it has to be; somebody has to mend it. */
public final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Section section;

  BundleException(Path file, Section section, String what, String mend) {
    super("could not use the keys in " + file + ": " + section.words() + what + "; " + mend);
    this.section = section;
  }

  /** Which part of the file it is about. */
  public enum Section {
    FILE,
    HEADER,
    CERTIFICATE,
    AUTHORITY,
    PRIVATE_KEY,
    REVOCATIONS;

    private String words() {
      return this == FILE ? "" : name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": ";
    }
  }

  public Section section() {
    return section;
  }
}
