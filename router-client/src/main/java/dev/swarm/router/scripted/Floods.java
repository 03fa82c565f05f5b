package dev.swarm.router.scripted;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Too much of everything. What is sent is made block by block, so the server stays small. */
final class Floods {
  private static final int BLOCK = 64 << 10;
  private static final int MEMBER = 16 << 20;

  private Floods() {}

  static void zeros(RawWire wire, Answer answer, Faulting how) {
    Bodies.whole(wire, json(Buffer.buffer(new byte[BLOCK])));
  }

  static void deep(RawWire wire, Answer answer, Faulting how) {
    int levels = how.count() * 10;
    var body = "{\"choices\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    Bodies.whole(wire, json(Buffer.buffer(body)));
  }

  static void calls(RawWire wire, Answer answer, Faulting how) {
    var body = new StringBuilder(Bodies.before()).append("\",\"tool_calls\":[");
    for (int i = 0; i < how.count(); i++) {
      body.append(i == 0 ? "" : ",")
          .append("{\"id\":\"call" + i + "\",\"type\":\"function\",\"function\":")
          .append("{\"name\":\"filesystems\",\"arguments\":\"{}\"}}");
    }
    body.append("]},\"finish_reason\":\"tool_calls\"}]}");
    Bodies.whole(wire, json(Buffer.buffer(body.toString())));
  }

  static void choices(RawWire wire, Answer answer, Faulting how) {
    var one = "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"no\"}}";
    var body = "{\"choices\":[" + (one + ",").repeat(how.count()) + one + "]}";
    Bodies.whole(wire, json(Buffer.buffer(body)));
  }

  static void number(RawWire wire, Answer answer, Faulting how) {
    var body = Bodies.content("hello");
    var usage = ",\"usage\":{\"prompt_tokens\":" + "9".repeat(how.count() * 10) + "}}";
    Bodies.whole(wire, json(Buffer.buffer(body.substring(0, body.length() - 1) + usage)));
  }

  static void hugeBody(RawWire wire, Answer answer, Faulting how) {
    long blocks = how.size() / BLOCK + 1;
    long length = Bodies.before().length() + blocks * BLOCK + Bodies.after().length();
    wire.send(Bodies.head(json(Buffer.buffer()), length) + Bodies.before());
    wire.repeatedly(
        blocks,
        block("a"),
        () -> {
          wire.send(Bodies.after());
          wire.close();
        });
  }

  static void endlessBody(RawWire wire, Answer answer, Faulting how) {
    wire.send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n" + Bodies.before());
    wire.endlessly(block("a"));
  }

  static void endlessStream(RawWire wire, Answer answer, Faulting how) {
    var event =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"and so on \"}}]}\n\n".repeat(99);
    wire.send(Bodies.CHUNKED);
    wire.endlessly(bytes(Plays.chunk(event)));
  }

  static void endlessLine(RawWire wire, Answer answer, Faulting how) {
    wire.send(Bodies.CHUNKED + Plays.chunk("data: {\"choices\":[{\"delta\":{\"content\":\""));
    wire.endlessly(bytes(Plays.chunk("a".repeat(BLOCK))));
  }

  static void endlessComments(RawWire wire, Answer answer, Faulting how) {
    wire.send(Bodies.CHUNKED);
    wire.endlessly(bytes(Plays.chunk(": and so on\n\n".repeat(999))));
  }

  static void endlessChunks(RawWire wire, Answer answer, Faulting how) {
    wire.send(Bodies.CHUNKED);
    wire.endlessly(bytes("1\r\n:\r\n".repeat(BLOCK / 8)));
  }

  static void endlessHeaders(RawWire wire, Answer answer, Faulting how) {
    wire.send("HTTP/1.1 200 OK\r\n");
    wire.endlessly(bytes("x-more: to come\r\n".repeat(999)));
  }

  static void endlessHeader(RawWire wire, Answer answer, Faulting how) {
    wire.send("HTTP/1.1 200 OK\r\nx-more: ");
    wire.endlessly(block("a"));
  }

  static void endlessContinue(RawWire wire, Answer answer, Faulting how) {
    wire.endlessly(bytes("HTTP/1.1 100 Continue\r\n\r\n".repeat(99)));
  }

  /** A gzip file may have several members, so that one is packed and sent again and again. */
  static void gzipBomb(RawWire wire, Answer answer, Faulting how) {
    byte[] begin = packed(Bodies.before().getBytes(StandardCharsets.UTF_8));
    byte[] member = packed("a".repeat(MEMBER).getBytes(StandardCharsets.US_ASCII));
    byte[] end = packed(Bodies.after().getBytes(StandardCharsets.UTF_8));
    long times = how.size() / MEMBER + 1;
    var packed = Map.of("content-type", Answer.JSON, "content-encoding", "gzip");
    long length = begin.length + times * member.length + end.length;
    wire.send(Bodies.head(new Answer(200, packed, Buffer.buffer()), length));
    wire.send(begin);
    wire.repeatedly(
        times,
        member,
        () -> {
          wire.send(end);
          wire.close();
        });
  }

  private static byte[] packed(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Answer json(Buffer body) {
    return new Answer(200, Map.of("content-type", Answer.JSON), body);
  }

  private static byte[] block(String letter) {
    return bytes(letter.repeat(BLOCK));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
