package dev.swarm.router.scripted;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Connections that break, dry up or drip. */
final class Plays {
  private Plays() {}

  static void headOnly(RawWire wire, Answer answer, Faulting how) {
    wire.send(answer.head());
  }

  static void reset(RawWire wire, Answer answer, Faulting how) {
    wire.send(begin(answer, how));
    wire.reset();
  }

  static void closed(RawWire wire, Answer answer, Faulting how) {
    wire.send(begin(answer, how));
    wire.close();
  }

  static void stall(RawWire wire, Answer answer, Faulting how) {
    wire.send(begin(answer, how));
  }

  private static byte[] begin(Answer answer, Faulting how) {
    byte[] bytes = answer.bytes();
    return Arrays.copyOf(bytes, Math.min(bytes.length, how.at()));
  }

  /** Two events of the answer, so that a client knows a stream that has begun; then comments. */
  static void comments(RawWire wire, Answer answer, Faulting how) {
    var text = answer.body().toString(StandardCharsets.UTF_8);
    int second = text.indexOf("\n\n", text.indexOf("\n\n") + 2) + 2;
    wire.send(Bodies.CHUNKED + chunk(second > 1 ? text.substring(0, second) : ": \n\n"));
    wire.drip(how.drip(), () -> chunk(": still here\n\n").getBytes(StandardCharsets.UTF_8));
  }

  static void dribble(RawWire wire, Answer answer, Faulting how) {
    wire.dribble(how.drip(), answer.bytes(), 0, wire::close);
  }

  static void drippedHeaders(RawWire wire, Answer answer, Faulting how) {
    wire.send("HTTP/1.1 200 OK\r\n");
    wire.drip(how.drip(), () -> "x-more: to come\r\n".getBytes(StandardCharsets.UTF_8));
  }

  static void twice(RawWire wire, Answer answer, Faulting how) {
    wire.send(answer.bytes());
    wire.send(answer.bytes());
  }

  static void shortLength(RawWire wire, Answer answer, Faulting how) {
    wire.send(Bodies.head(answer, answer.body().length() - 20));
    wire.send(answer.body().getBytes());
    wire.close();
  }

  static void longLength(RawWire wire, Answer answer, Faulting how) {
    wire.send(Bodies.head(answer, answer.body().length() + 20));
    wire.send(answer.body().getBytes());
    wire.close();
  }

  static String chunk(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }
}
