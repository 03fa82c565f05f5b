package dev.swarm.agent.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a chain went, in a file of its own beside it, signed if there is a key: whoever cuts off
 * the chain's end cannot make one that fits.
 *
 * @param signature hexadecimal; empty if nobody signs
 */
record Head(Link end, String signature) {
  private static final Pattern TEXT =
      Pattern.compile(
          "\\{\"lines\":([0-9]{1,18}),\"chain\":\"([0-9a-f]{64})\",\"signature\":\"([0-9a-f]*)\"}\n");

  static Head of(Link end, Signer signer) {
    var signature = HexFormat.of().formatHex(signer.sign(signed(end)));
    return new Head(end, signature);
  }

  boolean isSignedBy(Signer.Check check) {
    try {
      return check.holds(signed(end), HexFormat.of().parseHex(signature));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static byte[] signed(Link end) {
    return ("swarm command log: " + end.number() + " lines, " + end.chain()).getBytes(UTF_8);
  }

  /** Puts it in the place of the one before, at once. */
  void write(Path file) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(
        fresh,
        "{\"lines\":%d,\"chain\":\"%s\",\"signature\":\"%s\"}\n"
            .formatted(end.number(), end.chain(), signature));
    var _ = Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty if the file holds none. */
  static Optional<Head> read(Path file) throws IOException {
    var text = TEXT.matcher(new String(Files.readAllBytes(file), UTF_8));
    return text.matches()
        ? Optional.of(
            new Head(new Link(Long.parseLong(text.group(1)), text.group(2)), text.group(3)))
        : Optional.empty();
  }
}
