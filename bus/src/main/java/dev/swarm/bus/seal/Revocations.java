package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import java.io.IOException;
import java.util.Optional;

/**
 * The newest list of revoked keys that this process knows; a process has one, and the seal and the
 * TLS of its bus share it. Any thread.
 */
public final class Revocations {
  private final Authority authority;
  private final Optional<RevocationFile> file;
  private volatile Optional<RevocationList> newest = Optional.empty();

  private Revocations(Authority authority, Optional<RevocationFile> file) {
    this.authority = authority;
    this.file = file;
  }

  /**
   * Begins with the newer one of what the bundle and the file hold.
   *
   * @param file where the list is kept over restarts; empty for a process that runs once
   * @throws BundleException if the file or the bundle hold something else than such a list
   */
  public static Revocations open(KeyBundle bundle, Optional<RevocationFile> file) {
    var revocations = new Revocations(bundle.authority(), file);
    revocations.newest = bundle.revocations();
    revocations.reread();
    return revocations;
  }

  /** Of a process that learns nothing before its first roll-call, and keeps nothing. */
  public static Revocations none(Authority authority) {
    return new Revocations(authority, Optional.empty());
  }

  /** Whether the key of that id is revoked. */
  public boolean revoked(String key) {
    return newest.isPresent() && newest.get().revokes(key);
  }

  /** The newest list, to be passed on. */
  public Optional<RevocationList> newest() {
    return newest;
  }

  /**
   * Takes a list that came from somewhere. It holds at once, also if the file cannot be written.
   *
   * @param encoded as a roll-call carries it
   * @return whether it was newer than what was known
   * @throws RejectedException if it is no list, or not signed by our authority
   * @throws IOException if it could not be kept
   */
  public synchronized boolean learn(String encoded) throws RejectedException, IOException {
    var list = RevocationList.read(encoded, authority);
    if (newest.isPresent() && !list.newerThan(newest.get())) {
      return false;
    }
    newest = Optional.of(list);
    if (file.isPresent()) {
      file.get().write(list);
    }
    return true;
  }

  /**
   * Looks whether somebody has put a newer list into the file.
   *
   * @throws BundleException if it holds something else
   */
  public synchronized void reread() {
    file.flatMap(kept -> kept.read(authority))
        .filter(list -> newest.isEmpty() || list.newerThan(newest.get()))
        .ifPresent(list -> newest = Optional.of(list));
  }
}
