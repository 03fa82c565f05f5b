package dev.swarm.cli;

import dev.swarm.bus.seal.issue.KeysFolder;
import dev.swarm.protocol.Role;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a key that is made. */
final class KeyIssue {
  @Mixin private final KeyValidity valid = new KeyValidity();

  @Option(
      names = "--output",
      order = 10,
      paramLabel = "FILE",
      description = "Where to write it; default in the keys folder, bundles/NAME.pem.")
  @Nullable
  private Path file;

  @Option(
      names = "--renew",
      order = 11,
      description = "Make a second key for a name that has one, to replace it before it ends.")
  private boolean renew;

  /** Makes it and says where it is. */
  Path make(KeysFolder folder, Role role, String name) {
    return folder.enrol(role, name, valid.time(), renew, Optional.ofNullable(file));
  }
}
