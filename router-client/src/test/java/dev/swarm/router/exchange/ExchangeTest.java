package dev.swarm.router.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.endpoint.Attempt.Good;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private final Asking asking = Asking.begin();

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void a_whole_reply_and_one_in_pieces_are_read_alike() throws Exception {
    try (var whole = new RawServer(RawServer.answering(Said.whole()));
        var pieces = new RawServer(RawServer.answering(Said.streamed()))) {
      var one = assertInstanceOf(Good.class, asking.ask(whole.url()));
      var other = assertInstanceOf(Good.class, asking.ask(pieces.url()));
      assertEquals("hi", one.reply().message().text());
      assertEquals("hi", other.reply().message().text());
    }
  }

  @Test
  void a_request_goes_to_the_path_below_the_base_with_its_headers() throws Exception {
    try (var server = new RawServer(RawServer.answering(Said.whole()))) {
      var _ = asking.ask(server.url());
      var request = server.requests().getFirst();
      assertTrue(request.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"), request);
      var headers = request.toLowerCase(Locale.ROOT);
      assertTrue(headers.contains("authorization: bearer " + Asking.KEY), request);
      assertTrue(headers.contains("content-type: application/json\r\n"), request);
      assertTrue(headers.contains("accept-encoding: identity\r\n"), request);
      assertTrue(headers.contains("\r\nhost: 127.0.0.1:"), request);
    }
  }

  @Test
  void connections_of_a_well_behaved_server_are_used_again() throws Exception {
    try (var server = new RawServer(RawServer.answering(Said.streamed()))) {
      for (var i = 0; i < 20; i++) {
        assertInstanceOf(Good.class, asking.ask(server.url()));
      }
      assertEquals(20, server.requests().size());
      assertEquals(1, server.visits().size());
    }
  }

  @Test
  void a_pooled_connection_that_died_unseen_is_no_error() throws Exception {
    var served = new AtomicInteger();
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.send(Said.whole());
          served.incrementAndGet();
          // The next request is read, and the connection dies before a byte of an answer.
          var _ = visit.request();
          visit.reset();
        })) {
      assertInstanceOf(Good.class, asking.ask(server.url()));
      assertInstanceOf(Good.class, asking.ask(server.url()));
      assertEquals(2, server.visits().size());
      assertEquals(3, server.requests().size());
      assertEquals(2, served.get());
    }
  }

  @Test
  void a_fresh_connection_that_dies_is_an_error_at_once() throws Exception {
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.reset();
        })) {
      assertEquals(Kind.CUT, Asking.kind(asking.ask(server.url())));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void a_reply_without_the_end_mark_counts_if_it_said_why_it_stopped() throws Exception {
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST + Said.LAST));
        })) {
      assertInstanceOf(Good.class, asking.ask(server.url()));
    }
  }

  @Test
  void a_success_without_a_body_is_an_empty_reply() throws Exception {
    for (var answer :
        List.of(Said.sized("200 OK", "application/json", ""), "HTTP/1.1 204 No Content\r\n\r\n")) {
      try (var server = new RawServer(RawServer.answering(answer))) {
        var good = assertInstanceOf(Good.class, asking.ask(server.url()));
        assertEquals(Ending.EMPTY, good.reply().ending());
      }
    }
  }

  @Test
  void a_reply_that_is_packed_although_nobody_asked_is_read() throws Exception {
    for (var encoding : List.of("gzip", "deflate")) {
      var packed = encoding.equals("gzip") ? Bombs.gzip(Said.BODY) : Bombs.deflate(Said.BODY);
      try (var server =
          new RawServer(visit -> {
            var _ = visit.request();
            visit
                .then(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: "
                        + encoding
                        + "\r\nContent-Length: "
                        + packed.length
                        + "\r\n\r\n")
                .send(packed);
          })) {
        var good = assertInstanceOf(Good.class, asking.ask(server.url()), encoding);
        assertEquals("hi", good.reply().message().text());
      }
    }
  }

  @Test
  void a_key_that_no_header_bears_is_not_sent_and_not_shown() throws Exception {
    try (var server = new RawServer(RawServer.answering(Said.whole()))) {
      var endpoint = Asking.endpoint(server.url(), Asking.CLOCKS, Optional.empty());
      var attempt =
          asking
              .exchange()
              .attempt(
                  endpoint,
                  Optional.of("se\ncret"),
                  Asking.request("?"),
                  endpoint.profile(),
                  0,
                  Duration.ofSeconds(5));
      assertEquals(Kind.UNAUTHORIZED, Asking.kind(attempt));
      assertFalse(attempt.toString().contains("cret"), attempt.toString());
      assertEquals(0, server.visits().size());
    }
  }

  @Test
  void a_router_on_ipv6_is_asked_as_one_on_ipv4() throws Exception {
    try (var server =
        new RawServer(
            new ServerSocket(0, 50, InetAddress.ofLiteral("::1")),
            RawServer.answering(Said.whole()))) {
      var url = URI.create("http://[::1]:" + server.url().getPort() + "/v1");
      var endpoint = Asking.endpoint(url, Asking.PATIENT, Optional.empty());
      assertInstanceOf(Good.class, asking.ask(endpoint));
      var request = server.requests().getFirst();
      assertTrue(request.toLowerCase(Locale.ROOT).contains("\r\nhost: [::1]:"), request);
    }
  }
}
