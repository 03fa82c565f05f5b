package dev.swarm.router.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.endpoint.Attempt.Bad;
import dev.swarm.router.endpoint.Attempt.Good;
import dev.swarm.router.exchange.Misbehaviour.Spoken;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that do what they should not; on real sockets, and so on real clocks. */
class MisbehaviourIT {
  /** Beyond the clock that ends it. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final long HEAP_GROWTH = 32L * 1024 * 1024;
  private static final int ROUNDS = 3;
  private static final int AT_ONCE = 6;

  @TempDir static Path folder;
  private static Asking asking;

  @BeforeAll
  static void begin() {
    asking = Asking.begin();
  }

  @AfterAll
  static void end() {
    asking.close();
  }

  static List<Misbehaviour> misbehaviours() {
    return Misbehaviours.all();
  }

  @Test
  void there_are_at_least_forty() {
    assertTrue(misbehaviours().size() >= 40, "only " + misbehaviours().size());
  }

  @ParameterizedTest
  @MethodSource("misbehaviours")
  void each_ends_in_its_trouble_within_its_clock(Misbehaviour what) throws Exception {
    var start = System.nanoTime();
    var attempt = provoked(what);
    var took = Duration.ofNanos(System.nanoTime() - start);
    var trouble = assertInstanceOf(Bad.class, attempt).trouble();
    assertTrue(what.allowed().contains(trouble.kind()), trouble.toString());
    assertEquals("box", trouble.endpoint());
    assertFalse(attempt.toString().contains(Asking.KEY), attempt.toString());
    assertTrue(took.compareTo(what.clocks().total().plus(GRACE)) < 0, took.toString());
  }

  @Test
  void no_memory_no_socket_and_no_thread_is_left_of_them() throws Exception {
    meetAll();
    var before = Footprint.measured();
    for (var round = 0; round < ROUNDS; round++) {
      meetAll();
    }
    var after = Footprint.settledNear(before);
    var grown = after.heap() - before.heap();
    assertTrue(grown < HEAP_GROWTH, "the heap grew by " + grown / 1024 + " kB");
    // the JVM opens a file of its own now and then; one kept by each of a kind would be ROUNDS of
    // them
    assertTrue(after.files() < before.files() + ROUNDS, before + " became " + after);
    assertTrue(after.threads() <= before.threads() + 2, before + " became " + after);
  }

  @Test
  void a_redirect_to_another_host_is_told_and_not_followed() throws Exception {
    try (var other = new RawServer(visit -> visit.send(Said.whole()));
        var server =
            new RawServer(visit -> {
              var _ = visit.request();
              visit.send(
                  "HTTP/1.1 302 Found\r\nLocation: "
                      + other.url()
                      + "/steal\r\nContent-Length: 0\r\n\r\n");
              visit.hold();
            })) {
      var trouble = assertInstanceOf(Bad.class, asking.ask(server.url())).trouble();
      assertEquals(Kind.REDIRECTED, trouble.kind());
      assertTrue(trouble.detail().contains(other.url() + "/steal"), trouble.detail());
      assertEquals(0, other.visits().size(), "the other host was not even connected to");
    }
  }

  @Test
  void a_server_that_never_reads_a_large_request_ends_in_silence() throws Exception {
    var before = Footprint.measured();
    try (var server = new RawServer(Visit::standStill)) {
      var endpoint = Asking.endpoint(server.url(), Asking.CLOCKS, Optional.empty());
      var attempt = asking.ask(endpoint, Asking.request("x".repeat(16 * 1024 * 1024)));
      assertEquals(Kind.SILENT, assertInstanceOf(Bad.class, attempt).trouble().kind());
    }
    assertTrue(Footprint.settledNear(before).files() <= before.files(), "its socket is closed");
  }

  @Test
  void two_responses_to_one_request_never_become_the_reply_to_another() throws Exception {
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.send(Said.whole() + Said.whole().replace("\"hi\"", "\"no\""));
          visit.hold();
        })) {
      for (var i = 0; i < 3; i++) {
        var good = assertInstanceOf(Good.class, asking.ask(server.url()));
        assertEquals("hi", good.reply().message().text());
      }
      assertEquals(3, server.visits().size(), "a connection that talks out of turn is not kept");
    }
  }

  @Test
  void a_certificate_of_its_own_is_trusted_when_its_file_is_named() throws Exception {
    var certificates = new Certificates(folder);
    var script =
        (RawServer.Script)
            visit -> {
              var _ = visit.request();
              visit.send(Said.whole());
            };
    try (var server = new RawServer(certificates.socket(false, "ip:127.0.0.1"), script)) {
      var trusting =
          Asking.endpoint(server.url("https"), Asking.PATIENT, Optional.of(certificates.pem()));
      assertInstanceOf(Good.class, asking.ask(trusting));
    }
    try (var server = new RawServer(certificates.socket(false, "dns:elsewhere.test"), script)) {
      var trusting =
          Asking.endpoint(server.url("https"), Asking.PATIENT, Optional.of(certificates.pem()));
      var trouble = assertInstanceOf(Bad.class, asking.ask(trusting)).trouble();
      assertEquals(Kind.UNTRUSTED, trouble.kind(), "a name that is not in the certificate");
    }
  }

  @Test
  void a_file_of_certificates_that_is_none_is_named() throws Exception {
    var endpoint =
        Asking.endpoint(
            java.net.URI.create("https://127.0.0.1:1/v1"),
            Asking.CLOCKS,
            Optional.of(folder.resolve("missing.pem")));
    var trouble = assertInstanceOf(Bad.class, asking.ask(endpoint)).trouble();
    assertEquals(Kind.UNTRUSTED, trouble.kind());
    assertTrue(trouble.detail().contains("missing.pem"), trouble.detail());
  }

  @Test
  void a_port_where_nobody_listens_and_a_name_that_nobody_knows_are_unreachable() throws Exception {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    for (var url : List.of("http://127.0.0.1:" + free + "/v1", "http://nobody.invalid/v1")) {
      var trouble = assertInstanceOf(Bad.class, asking.ask(java.net.URI.create(url))).trouble();
      assertEquals(Kind.UNREACHABLE, trouble.kind(), trouble.detail());
      assertTrue(trouble.detail().contains(url), trouble.detail());
    }
  }

  /** All of them, some at a time; how they end is the business of the other test. */
  private static void meetAll() throws Exception {
    var met = new ArrayList<Future<Attempt>>();
    try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var what : misbehaviours()) {
        met.add(callers.submit(() -> provoked(what)));
      }
    }
    for (var one : met) {
      assertInstanceOf(Bad.class, one.get());
    }
  }

  private static Attempt provoked(Misbehaviour what) throws Exception {
    try (var server = new RawServer(socket(what.spoken()), what.script())) {
      var url = server.url(what.spoken() == Spoken.HTTP ? "http" : "https");
      return asking.ask(Asking.endpoint(url, what.clocks(), Optional.empty()));
    }
  }

  private static ServerSocket socket(Spoken spoken) throws IOException, GeneralSecurityException {
    return switch (spoken) {
      case HTTP, TLS_ON_PLAIN -> new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
      case SELF_SIGNED -> certificates().socket(false, "ip:127.0.0.1");
      case EXPIRED -> certificates().socket(true, "ip:127.0.0.1");
    };
  }

  private static synchronized Certificates certificates() {
    return new Certificates(folder);
  }

  /** What the process holds. */
  private record Footprint(long heap, int files, int threads) {
    static Footprint measured() {
      System.gc();
      System.gc();
      var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      var files = Optional.ofNullable(new File("/proc/self/fd").list()).map(all -> all.length);
      return new Footprint(
          heap, files.orElse(0), ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** Sockets are closed a moment after their attempt has ended. */
    static Footprint settledNear(Footprint before) {
      var now = measured();
      for (var i = 0; i < 100 && now.files() > before.files(); i++) {
        LockSupport.parkNanos(50_000_000);
        now = measured();
      }
      return now;
    }
  }
}
