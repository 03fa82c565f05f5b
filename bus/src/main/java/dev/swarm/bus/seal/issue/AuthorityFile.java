package dev.swarm.bus.seal.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Authority;
import dev.swarm.bus.seal.FileTrouble;
import dev.swarm.bus.seal.Pem;
import dev.swarm.bus.seal.SecretFile;
import dev.swarm.bus.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the authority's private key lies. */
record AuthorityFile(Path path) {
  private static final String HEADER = "swarm authority";

  void write(AuthorityKey key) throws IOException {
    SecretFile.write(
        path,
        """
        # The authority of a swarm fleet. Whoever has this file can make anybody a member of it:
        # keep a copy offline, and let no other machine have it.
        %s: 1
        cluster: %s
        key: %s
        valid until: %s

        """
                .formatted(
                    HEADER, key.cluster(), key.authority().key().id(), key.authority().until())
            + Pem.section("CERTIFICATE", key.authority().encoded())
            + Pem.section("PRIVATE KEY", key.key().pkcs8()));
  }

  /**
   * Reads it.
   *
   * @throws KeysException if it is not what was written
   */
  AuthorityKey read() {
    try {
      var pem = Pem.read(Files.readString(path, UTF_8));
      if (!pem.header().getOrDefault(HEADER, "").equals("1") || pem.sections().size() != 2) {
        throw trouble("it is not the file of an authority");
      }
      return new AuthorityKey(
          pem.header().getOrDefault("cluster", ""),
          Authority.read(pem.sections().getFirst().bytes()),
          SigningKey.read(pem.sections().getLast().bytes()));
    } catch (IOException e) {
      throw trouble(FileTrouble.reason(e));
    } catch (RejectedException | IllegalArgumentException e) {
      throw trouble(String.valueOf(e.getMessage()));
    }
  }

  private KeysException trouble(String why) {
    return new KeysException(
        "could not use the authority in " + path + ": " + why + "; put a copy of it back");
  }
}
