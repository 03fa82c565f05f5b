package dev.swarm.bus.seal.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Card;
import dev.swarm.bus.seal.FileTrouble;
import dev.swarm.bus.seal.Pem;
import dev.swarm.bus.seal.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The certificates that were issued, a file each, without any private key. */
record IssuedCards(Path folder) {
  private static final String LABEL = "CERTIFICATE";

  /** Remembers {@code card}. */
  void add(Card card) throws IOException {
    SecretFile.write(file(card), Pem.section(LABEL, card.encoded()));
  }

  /** Forgets it: nobody has its key. */
  void remove(Card card) throws IOException {
    Files.deleteIfExists(file(card));
  }

  private Path file(Card card) {
    return folder.resolve(card.key().id() + ".pem");
  }

  /** All of them, by name and then by age. */
  List<Card> all() throws IOException {
    var cards = new ArrayList<Card>();
    try (var files = Files.newDirectoryStream(folder, "*.pem")) {
      for (var file : files) {
        cards.add(read(file));
      }
    }
    cards.sort(Comparator.comparing(Card::name).thenComparing(Card::from));
    return cards;
  }

  private static Card read(Path file) {
    try {
      var sections = Pem.read(Files.readString(file, UTF_8)).sections();
      if (sections.size() != 1) {
        throw trouble(file, "it holds " + sections.size() + " certificates, and not 1");
      }
      return Card.read(sections.getFirst().bytes());
    } catch (IOException e) {
      throw trouble(file, FileTrouble.reason(e));
    } catch (RejectedException | IllegalArgumentException e) {
      throw trouble(file, String.valueOf(e.getMessage()));
    }
  }

  private static KeysException trouble(Path file, String why) {
    return new KeysException(
        "could not read the issued certificate " + file + ": " + why + "; restore or remove it");
  }
}
