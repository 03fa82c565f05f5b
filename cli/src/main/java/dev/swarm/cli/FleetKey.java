package dev.swarm.cli;

import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.RevocationFile;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.SignedSeal;
import dev.swarm.protocol.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** The key that a process of the fleet speaks with, and what it knows of the others' keys. */
record FleetKey(KeyBundle bundle, Revocations revocations, SignedSeal seal) {

  /**
   * Reads the key of {@code file}; what should be said about it is said.
   *
   * @param kept where this process keeps the newest list of revoked keys; where there is none, the
   *     one beside the key is read and never written
   * @throws UsageException if it is of another role, or past its time
   */
  static FleetKey of(
      Surroundings here, Path file, Role role, Optional<RevocationFile> kept, InstantSource clock) {
    var from = new KeyFile(file);
    var bundle = from.read();
    requireRole(bundle, role, file);
    var now = clock.instant();
    var trouble = bundle.trouble(now);
    if (trouble.isPresent()
        && (now.isAfter(bundle.card().until()) || now.isBefore(bundle.card().from()))) {
      throw new UsageException(trouble.get());
    }
    trouble.ifPresent(here::say);
    from.warning().ifPresent(here::say);
    var revocations =
        Revocations.open(bundle, kept.or(() -> Optional.of(RevocationFile.beside(file))));
    var seal = new SignedSeal(bundle, new Cards(bundle.authority(), revocations, clock));
    return new FleetKey(bundle, revocations, seal);
  }

  private static void requireRole(KeyBundle bundle, Role role, Path file) {
    var is = bundle.card().role();
    if (is != role) {
      throw new UsageException(
          "the key in "
              + file
              + " is that of a "
              + is.name().toLowerCase(Locale.ROOT)
              + ", "
              + (role == Role.COORDINATOR
                  ? "and only a coordinator's can command the fleet: name one with --key, or as"
                      + " fleet.command-key in swarm.yaml"
                  : "and an agent needs a node's: make one where the authority is, with swarm keys"
                      + " enrol NODE"));
    }
  }

  /** The name on it. */
  String name() {
    return bundle.card().name();
  }

  Cards cards() {
    return seal.cards();
  }
}
