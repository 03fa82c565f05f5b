package dev.swarm.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * A message as bytes: a mark, the envelope, the sender, its card, the body, and at the end the
 * signature over every byte before it. Each part says its length first, so that no two messages
 * have the same bytes.
 *
 * @param card the sender's certificate; empty within one process
 * @param signature empty within one process
 */
@SuppressWarnings("ArrayRecordComponent") // frames are never compared
public record Frame(
    String type,
    String recipient,
    String freshness,
    Role role,
    String name,
    String process,
    long serial,
    byte[] card,
    byte[] body,
    byte[] signature) {
  private static final int MARK = 0x53574631; // SWF1
  private static final int LONGEST_WORD = 1024;
  private static final int LONGEST_CARD = 8192;

  /** Larger bodies are refused; an outcome with all its tool output stays far below. */
  static final int LONGEST_BODY = 64 << 20;

  /** Everything that is signed, which is all but the signature. */
  public byte[] unsigned() {
    var bytes = new ByteArrayOutputStream(256 + card.length + body.length);
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MARK);
      word(out, type);
      word(out, recipient);
      word(out, freshness);
      word(out, role.name());
      word(out, name);
      word(out, process);
      out.writeLong(serial);
      out.writeShort(card.length);
      out.write(card);
      out.writeInt(body.length);
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The whole frame: what is signed, and the signature with its length before it. */
  public static byte[] whole(byte[] unsigned, byte[] signature) {
    var whole = Arrays.copyOf(unsigned, unsigned.length + 1 + signature.length);
    whole[unsigned.length] = (byte) signature.length;
    System.arraycopy(signature, 0, whole, unsigned.length + 1, signature.length);
    return whole;
  }

  /**
   * Reads a frame; every byte has its place, and none is left over.
   *
   * @throws RejectedException if it is none
   */
  public static Frame read(byte[] bytes) throws RejectedException {
    var in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MARK) {
        throw malformed("it does not begin like a frame");
      }
      var type = word(in);
      var recipient = word(in);
      var freshness = word(in);
      var role = role(word(in));
      var name = word(in);
      var process = word(in);
      long serial = in.getLong();
      var card = part(in, Short.toUnsignedInt(in.getShort()), LONGEST_CARD);
      var body = part(in, in.getInt(), LONGEST_BODY);
      var signature = part(in, Byte.toUnsignedInt(in.get()), 255);
      if (in.hasRemaining()) {
        throw malformed(in.remaining() + " bytes are left over");
      }
      return new Frame(
          type, recipient, freshness, role, name, process, serial, card, body, signature);
    } catch (BufferUnderflowException e) {
      throw malformed("it ends too early");
    }
  }

  /**
   * The body as text.
   *
   * @throws RejectedException if it is no UTF-8
   */
  public String text() throws RejectedException {
    return text(body, "the body");
  }

  /** What stands on it beside its body. */
  public Envelope envelope() {
    return new Envelope(type, recipient, freshness, process, serial);
  }

  /** How many bytes of {@code whole} are signed. */
  public int signedLength(byte[] whole) {
    return whole.length - 1 - signature.length;
  }

  private static void word(DataOutputStream out, String word) throws IOException {
    var bytes = word.getBytes(UTF_8);
    if (bytes.length > LONGEST_WORD) {
      throw new IllegalArgumentException("a word of a frame is too long: " + bytes.length);
    }
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static String word(ByteBuffer in) throws RejectedException {
    return text(part(in, Short.toUnsignedInt(in.getShort()), LONGEST_WORD), "a word of it");
  }

  private static String text(byte[] bytes, String what) throws RejectedException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed(what + " is no UTF-8");
    }
  }

  private static Role role(String word) throws RejectedException {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(word))
        .findFirst()
        .orElseThrow(() -> malformed("there is no such role"));
  }

  private static byte[] part(ByteBuffer in, int length, int longest) throws RejectedException {
    if (length < 0 || length > longest || length > in.remaining()) {
      throw malformed("a part of it has no such length: " + length);
    }
    var part = new byte[length];
    in.get(part);
    return part;
  }

  private static RejectedException malformed(String detail) {
    return new RejectedException(Rejection.MALFORMED, detail);
  }
}
