package dev.swarm.tools.process;

import java.nio.charset.Charset;
import java.util.List;

/**
 * What exec(2) is told of a launch, in bytes, in the encoding in which Java itself reads and writes
 * file names.
 */
final class EncodedLaunch {
  private static final Charset NAMES = Charset.forName(System.getProperty("sun.jnu.encoding"));

  private final List<byte[]> argv;
  private final List<byte[]> environment;
  private final byte[] workDirectory;

  /**
   * Encodes a launch.
   *
   * @throws IllegalArgumentException if a text has a NUL, where C would take it to end
   */
  EncodedLaunch(Launch launch) {
    this.argv = launch.argv().stream().map(EncodedLaunch::encoded).toList();
    this.environment =
        launch.environment().entrySet().stream()
            .map(one -> encoded(one.getKey() + "=" + one.getValue()))
            .toList();
    this.workDirectory = encoded(launch.workDirectory().toString());
  }

  List<byte[]> argv() {
    return argv;
  }

  List<byte[]> environment() {
    return environment;
  }

  byte[] workDirectory() {
    return workDirectory;
  }

  private static byte[] encoded(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a NUL is in the arguments");
    }
    return text.getBytes(NAMES);
  }
}
