package dev.swarm.tools;

import dev.swarm.tools.catalog.Contents;

/** Turns what was read into the lines that are shown, cited and read as rows. */
final class ContentLines {
  private ContentLines() {}

  static String of(Contents contents, String read) {
    return switch (contents) {
      case LINES -> read;
      case CERTIFICATES -> CertificateLines.of(read);
      case COUNTERS -> CounterLines.of(read);
    };
  }
}
