package dev.swarm.faults;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program whose sockets are in a bad state, or whose sockets are in a good one. */
final class Sockets {
  private static final int HEADER = 12;
  private static final List<Object> HELD = new ArrayList<>();

  private Sockets() {}

  public static void main(String[] args) throws IOException {
    boolean faulty = args[0].equals("faulty");
    var loopback = InetAddress.getLoopbackAddress();
    HELD.add(new ServerSocket(6379, 50, InetAddress.getByName(faulty ? "0.0.0.0" : "127.0.0.1")));
    HELD.add(new ServerSocket(11211, 50, loopback));
    notAccepted(faulty ? 3 : 0, new ServerSocket(8081, 2, loopback));
    notClosed(faulty ? 250 : 5, new ServerSocket(8082, 300, loopback));
    if (faulty) {
      Files.createFile(Path.of(args[1]));
      new java.util.concurrent.CountDownLatch(1).countDown();
      hold();
    }
    try (var dns = new DatagramSocket(53, loopback)) {
      Files.createFile(Path.of(args[1]));
      answer(dns);
    }
  }

  private static void hold() throws IOException {
    try (var never = new ServerSocket(8083, 1, InetAddress.getLoopbackAddress())) {
      HELD.add(never.accept());
    }
  }

  /**
   * The kernel completes one connection more than the backlog says, and holds them in the queue.
   */
  private static void notAccepted(int clients, ServerSocket server) throws IOException {
    HELD.add(server);
    for (int i = 0; i < clients; i++) {
      HELD.add(new Socket(server.getInetAddress(), server.getLocalPort()));
    }
  }

  /** The other side has closed, ours has not: CLOSE-WAIT. */
  private static void notClosed(int connections, ServerSocket server) throws IOException {
    for (int i = 0; i < connections; i++) {
      var client = new Socket(server.getInetAddress(), server.getLocalPort());
      HELD.add(server.accept());
      client.close();
    }
    HELD.add(server);
  }

  /** Every name is 192.0.2.53, and has no other record; see RFC 1035, section 4. */
  private static void answer(DatagramSocket dns) throws IOException {
    while (true) {
      var query = new DatagramPacket(new byte[512], 512);
      dns.receive(query);
      var reply = reply(query.getData());
      dns.send(new DatagramPacket(reply, reply.length, query.getSocketAddress()));
    }
  }

  private static byte[] reply(byte[] query) {
    int end = HEADER;
    while (query[end] != 0) {
      end += query[end] + 1;
    }
    boolean address = query[end + 2] == 1;
    int question = end + 5;
    byte[] reply = java.util.Arrays.copyOf(query, question + (address ? 16 : 0));
    byte[] flagsAndCounts = {
      (byte) 0x81, (byte) 0x80, 0, 1, 0, (byte) (address ? 1 : 0), 0, 0, 0, 0
    };
    System.arraycopy(flagsAndCounts, 0, reply, 2, flagsAndCounts.length);
    byte[] record = {(byte) 0xC0, HEADER, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, (byte) 192, 0, 2, 53};
    if (address) {
      System.arraycopy(record, 0, reply, question, record.length);
    }
    return reply;
  }
}
