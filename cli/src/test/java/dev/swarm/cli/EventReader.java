package dev.swarm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the stream of events on a thread of its own, or is connected and never reads. */
final class EventReader implements AutoCloseable {
  private final InputStream stream;
  private final AtomicLong read = new AtomicLong();

  private EventReader(InputStream stream) {
    this.stream = stream;
  }

  static EventReader reading(HttpClient client, URI server) throws Exception {
    var reader = idle(client, server);
    var _ = Thread.ofVirtual().start(reader::run);
    return reader;
  }

  static EventReader idle(HttpClient client, URI server) throws Exception {
    var request = HttpRequest.newBuilder(server.resolve("/api/v1/events")).build();
    var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("events: " + response.statusCode());
    }
    return new EventReader(response.body());
  }

  private void run() {
    var buffer = new byte[64 * 1024];
    try {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        var _ = read.addAndGet(count);
      }
    } catch (IOException e) {
      // it was closed, or the server let it go
    }
  }

  long bytes() {
    return read.get();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
