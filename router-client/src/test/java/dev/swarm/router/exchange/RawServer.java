package dev.swarm.router.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of bytes on loopback that does to each connection what its script says, good or bad. */
final class RawServer implements AutoCloseable {

  /** What is done to one connection; it is closed afterwards. */
  @FunctionalInterface
  interface Script {
    void serve(Visit visit) throws IOException;
  }

  private final ServerSocket listening;
  private final Script script;
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

  RawServer(Script script) throws IOException {
    this(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), script);
  }

  /** On a socket of one's own, as for TLS. */
  RawServer(ServerSocket listening, Script script) {
    this.listening = listening;
    this.script = script;
    var _ = Thread.ofVirtual().start(this::accept);
  }

  /** Answers whatever it is asked, as often as it is. */
  static Script answering(String answer) {
    return visit -> {
      while (true) {
        var _ = visit.request();
        visit.send(answer);
      }
    };
  }

  URI url() {
    return url("http");
  }

  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort() + "/v1");
  }

  /** Connections accepted so far. */
  List<Visit> visits() {
    return visits;
  }

  /** Requests read so far, heads and bodies. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (var visit : visits) {
      visit.close();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var visit = new Visit(listening.accept(), requests::add);
        visits.add(visit);
        if (listening.isClosed()) {
          visit.close();
        }
        var _ = Thread.ofVirtual().start(() -> serve(visit));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Visit visit) {
    try (Socket _ = visit.socket()) {
      script.serve(visit);
    } catch (IOException e) {
      // The client has gone, which is what most scripts provoke.
    } finally {
      visit.left();
    }
  }
}
