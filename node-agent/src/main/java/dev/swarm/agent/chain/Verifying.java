package dev.swarm.agent.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks over a chain, from its oldest file to where its head says that it ends. */
final class Verifying {
  private final Path current;
  private final Optional<Signer.Check> check;
  private Link watched = Link.START;
  private Optional<Link> oldest = Optional.empty();
  private Link end = Link.START;
  private boolean passed;

  Verifying(Path current, Optional<Signer.Check> check) {
    this.current = current;
    this.check = check;
  }

  Verification verify() throws IOException {
    var path = ChainFile.head(current);
    var name = String.valueOf(path.getFileName());
    if (!Files.exists(path)) {
      return broken(
          name, Damage.Kind.TRUNCATED, "the file that says where the log ends is missing");
    }
    var head = Head.read(path);
    if (head.isEmpty()) {
      return broken(name, Damage.Kind.ALTERED, "it does not say where the log ends");
    }
    if (check.isPresent() && !head.get().isSignedBy(check.get())) {
      return broken(name, Damage.Kind.ALTERED, "it does not bear the signature of the node's key");
    }
    watched = head.get().end();
    return damage().<Verification>map(Verification.Broken::new).orElseGet(this::atTheEnd);
  }

  private Optional<Damage> damage() throws IOException {
    for (var file : new Rotated(current).withCurrent()) {
      var reading = ChainReading.watching(file, end, watched, _ -> {});
      var damage = damage(reading, String.valueOf(file.getFileName()));
      if (damage.isPresent()) {
        return damage;
      }
      oldest = oldest.or(() -> Optional.of(reading.before()));
      end = reading.end();
      passed |= reading.passed();
    }
    return Optional.empty();
  }

  private Optional<Damage> damage(ChainReading reading, String file) {
    if (reading.damage().isPresent()) {
      return reading.damage();
    }
    if (oldest.isPresent() && !reading.before().equals(end)) {
      return damage(
          file, 1, Damage.Kind.DROPPED, "it does not go on where the file before it ends");
    }
    return reading.torn() == 0
        ? Optional.empty()
        : damage(file, reading.lines() + 1, Damage.Kind.TRUNCATED, "its last line has no end");
  }

  private static Optional<Damage> damage(String file, long line, Damage.Kind kind, String detail) {
    return Optional.of(new Damage(file, line, kind, detail));
  }

  private Verification atTheEnd() {
    var name = String.valueOf(current.getFileName());
    long beyond = end.number() - watched.number();
    if (beyond < 0) {
      return broken(name, Damage.Kind.TRUNCATED, "its last " + -beyond + " lines are missing");
    }
    if (!passed && watched.number() > 0) {
      return broken(
          name,
          Damage.Kind.ALTERED,
          "it never ended as it did after " + watched.number() + " lines");
    }
    return new Verification.Sound(
        oldest.map(Link::number).orElse(0L) + 1, end.number(), check.isPresent(), beyond);
  }

  private static Verification broken(String file, Damage.Kind kind, String detail) {
    return new Verification.Broken(new Damage(file, 0, kind, detail));
  }
}
