package dev.swarm.bus.seal.issue;

import dev.swarm.bus.seal.Card;
import dev.swarm.bus.seal.FileTrouble;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.RevocationFile;
import dev.swarm.bus.seal.RevocationList;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The folder of whoever runs a fleet: the authority, the operator's own key, the certificates that
 * were issued, the list of revoked keys. Only its owner can look into it.
 *
 * <p>Every method throws a {@link KeysException} with one sentence if it cannot do what it says.
 */
public record KeysFolder(Path path, InstantSource clock) {
  /** The operator's own key, as a coordinator. */
  public static final String OPERATOR = "coordinator.pem";

  /** A step that reads or writes files. */
  private interface Step<T> {
    T take() throws IOException;
  }

  /** Makes an authority and the operator's own key; refuses where there is an authority. */
  public KeyBundle init(String fleet, String coordinator, Duration valid) {
    KeyName.requireFleet(fleet);
    KeyName.require(coordinator);
    return step(
        "make keys in",
        () -> {
          makeFolders();
          try (var _ = FolderLock.take(path)) {
            requireNobody();
            var made = AuthorityKey.make(fleet, clock.instant());
            var operator =
                made.issue(Role.COORDINATOR, coordinator, valid, clock.instant(), Optional.empty());
            issued().add(operator.card());
            operator().write(operator);
            // Last, for a folder with an authority is a whole one.
            authority().write(made);
            return operator;
          }
        });
  }

  private void requireNobody() {
    if (Files.exists(authority().path())) {
      throw new KeysException(
          path
              + " has an authority already; swarm keys list shows its keys, and --folder names"
              + " another place for another fleet");
    }
    if (Files.exists(operator().path())) {
      throw new KeysException(
          operator().path()
              + " is a key of another fleet; move it away, or name another folder with --folder");
    }
  }

  /**
   * Issues a key and writes its bundle.
   *
   * @param again also if there is a good key of that name: to replace one before it ends
   * @param file where to; empty for a place in this folder
   * @return where it is
   */
  public Path enrol(Role role, String name, Duration valid, boolean again, Optional<Path> file) {
    KeyName.require(name);
    requireAuthority();
    return step(
        "make a key in",
        () -> {
          try (var _ = FolderLock.take(path)) {
            requireNew(name, again);
            var place = file.orElseGet(() -> bundles().resolve(name + ".pem"));
            requirePlace(place, again);
            var bundle =
                authority().read().issue(role, name, valid, clock.instant(), revocations());
            hand(bundle, new KeyFile(place));
            return place;
          }
        });
  }

  /** First into the books, so that there is no key that could not be revoked. */
  private void hand(KeyBundle bundle, KeyFile file) throws IOException {
    issued().add(bundle.card());
    try {
      file.write(bundle);
    } catch (IOException e) {
      issued().remove(bundle.card());
      throw new KeysException(
          "could not write the key to " + file.path() + ": " + FileTrouble.reason(e));
    }
  }

  /** All keys that were issued, by name. */
  public List<Issued> list() {
    requireAuthority();
    return step("read the keys in", this::all);
  }

  /** What was revoked, and the number of the list that says so. */
  public record Revoked(List<Issued> keys, long number) {
    public Revoked {
      keys = List.copyOf(keys);
    }
  }

  /** Revokes the good keys of that name, or the one key whose id begins so. */
  public Revoked revoke(String nameOrKey) {
    requireAuthority();
    return step(
        "revoke a key in",
        () -> {
          try (var _ = FolderLock.take(path)) {
            var chosen = new KeyChoice(all()).of(nameOrKey);
            var before = revocations();
            var entries = new ArrayList<>(before.map(RevocationList::entries).orElse(List.of()));
            for (var key : chosen) {
              entries.add(new RevocationList.Entry(key.key(), key.name(), clock.instant()));
            }
            var list = authority().read().revoke(before, entries, clock.instant());
            revocationFile().write(list);
            return new Revoked(chosen, list.number());
          }
        });
  }

  /** Where the newest list is, for other coordinators to be given. */
  public RevocationFile revocationFile() {
    return RevocationFile.beside(path.resolve(OPERATOR));
  }

  /** The operator's own key. */
  public KeyFile operator() {
    return new KeyFile(path.resolve(OPERATOR));
  }

  private List<Issued> all() throws IOException {
    var revoked =
        revocations().map(RevocationList::entries).orElse(List.of()).stream()
            .collect(
                Collectors.toMap(
                    RevocationList.Entry::key, Function.identity(), (first, _) -> first));
    var all = new ArrayList<Issued>();
    for (Card card : issued().all()) {
      var entry = Optional.ofNullable(revoked.get(card.key().id()));
      all.add(Issued.of(card, entry.map(RevocationList.Entry::since)));
    }
    return all;
  }

  private void requireNew(String name, boolean again) throws IOException {
    for (var key : all()) {
      if (!again && key.name().equals(name) && key.good(clock.instant())) {
        throw new KeysException(
            name
                + " has the key "
                + key.key()
                + ", good until "
                + key.until()
                + "; add --renew for a second one, or revoke the first: swarm keys revoke "
                + name);
      }
    }
  }

  private static void requirePlace(Path place, boolean again) {
    var folder = place.toAbsolutePath().getParent();
    if (Files.isDirectory(place)) {
      throw new KeysException("could not write the key to " + place + ": it is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new KeysException(
          "could not write the key to "
              + place
              + ": the folder "
              + folder
              + " does not exist; make it first");
    }
    if (Files.exists(place) && !again) {
      throw new KeysException(
          "could not write the key to " + place + ": there is a file already; move it away first");
    }
  }

  private void requireAuthority() {
    if (!Files.exists(authority().path())) {
      throw new KeysException("there is no authority in " + path + "; make one: swarm keys init");
    }
  }

  private void makeFolders() throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(issued().folder(), mine);
    Files.createDirectories(bundles(), mine);
  }

  private Optional<RevocationList> revocations() {
    return revocationFile().read(authority().read().authority());
  }

  private AuthorityFile authority() {
    return new AuthorityFile(path.resolve("authority.pem"));
  }

  /** Where keys wait to be moved to their machines. */
  private Path bundles() {
    return path.resolve("bundles");
  }

  private IssuedCards issued() {
    return new IssuedCards(path.resolve("issued"));
  }

  private <T> T step(String what, Step<T> step) {
    try {
      return step.take();
    } catch (IOException e) {
      throw new KeysException("could not " + what + " " + path + ": " + FileTrouble.reason(e));
    }
  }
}
