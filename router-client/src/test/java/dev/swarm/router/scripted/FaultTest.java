package dev.swarm.router.scripted;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.scripted.Wire.Came;
import dev.swarm.router.scripted.Wire.End;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each fault of the transport shows, to a client that reads bytes. */
class FaultTest {
  private static final int MANY = 300_000;
  private final Running running = new Running();
  private final ScriptedRouter usual =
      running.listen(
          Settings.STANDARD.faulting(
              new Faulting(
                  Duration.ofMillis(20), 100, 1 << 20, 2000, URI.create("http://192.0.2.1/v1"))),
          Script.begin().says("all is well").end());

  private static final Map<Fault, Predicate<Came>> SHOWN =
      Map.ofEntries(
          entry(Fault.SILENCE, came -> is(came, End.QUIET) && came.text().isEmpty()),
          entry(
              Fault.HEAD_THEN_SILENCE,
              came -> is(came, End.QUIET) && came.text().endsWith("\r\n\r\n")),
          entry(Fault.CLOSED_AT_ONCE, came -> is(came, End.CLOSED) && came.text().isEmpty()),
          entry(Fault.RESET_AT_ONCE, came -> is(came, End.RESET) && came.text().isEmpty()),
          entry(Fault.CLOSED, came -> is(came, End.CLOSED) && came.text().length() == 100),
          entry(Fault.RESET, came -> is(came, End.RESET) && came.text().length() <= 100),
          entry(Fault.STALL, came -> is(came, End.QUIET) && came.text().length() == 100),
          entry(
              Fault.COMMENTS_ONLY,
              came -> is(came, End.ENOUGH) && came.text().contains(": still here")),
          entry(Fault.DRIBBLE, came -> is(came, End.ENOUGH) && came.text().startsWith("HTTP/1.1")),
          entry(
              Fault.DRIBBLED_HEADERS,
              came -> is(came, End.ENOUGH) && !came.text().contains("\r\n\r\n")),
          entry(Fault.TWO_ANSWERS, came -> came.text().split("HTTP/1.1 200", -1).length == 3),
          entry(Fault.SHORT_LENGTH, came -> length(came) == body(came).length() - 20),
          entry(Fault.LONG_LENGTH, came -> length(came) == body(came).length() + 20),
          entry(Fault.EMPTY_BODY, came -> status(came, "200") && body(came).isEmpty()),
          entry(Fault.NO_CONTENT, came -> status(came, "204")),
          entry(Fault.HTML_PAGE, came -> status(came, "200") && says(came, "<!DOCTYPE html>")),
          entry(Fault.HTML_ERROR, came -> status(came, "502") && says(came, "nginx")),
          entry(Fault.PLAIN_TEXT, came -> says(came, "Ollama is running")),
          entry(Fault.TRUNCATED_JSON, came -> !body(came).endsWith("}") && says(came, "choices")),
          entry(Fault.TRAILING_GARBAGE, came -> says(came, "}\n<!-- served")),
          entry(Fault.BYTE_ORDER_MARK, came -> body(came).startsWith("\u00ef\u00bb\u00bf{")),
          entry(Fault.WRONG_TYPE, came -> came.text().contains("application/octet-stream")),
          entry(Fault.INVALID_UTF8, came -> says(came, "\u00ff\u00ff")),
          entry(Fault.LONE_SURROGATE, came -> says(came, "\\ud800 alone")),
          entry(Fault.NUL_BYTES, came -> body(came).startsWith("\0\0\0\0")),
          entry(Fault.DEEP_JSON, came -> says(came, "[".repeat(20_000))),
          entry(Fault.MANY_CALLS, came -> says(came, "\"call1999\"")),
          entry(Fault.MANY_CHOICES, came -> body(came).split("\"message\"", -1).length == 2002),
          entry(Fault.HUGE_NUMBER, came -> says(came, "9".repeat(20_000))),
          entry(Fault.HUGE_BODY, came -> length(came) > 1 << 20 && is(came, End.ENOUGH)),
          entry(Fault.ENDLESS_BODY, came -> is(came, End.ENOUGH) && says(came, "aaaa")),
          entry(Fault.ENDLESS_STREAM, came -> is(came, End.ENOUGH) && says(came, "and so on ")),
          entry(Fault.ENDLESS_LINE, came -> is(came, End.ENOUGH) && !body(came).contains("\n\n")),
          entry(Fault.ENDLESS_COMMENTS, came -> is(came, End.ENOUGH) && says(came, ": and so on")),
          entry(Fault.ENDLESS_CHUNKS, came -> is(came, End.ENOUGH) && says(came, "1\r\n:\r\n")),
          entry(Fault.ENDLESS_HEADERS, came -> headersOnly(came) && lines(came) > 1000),
          entry(Fault.ENDLESS_HEADER, came -> headersOnly(came) && lines(came) < 3),
          entry(
              Fault.ENDLESS_CONTINUE,
              came -> is(came, End.ENOUGH) && came.text().startsWith("HTTP/1.1 100 Continue")),
          entry(
              Fault.GZIP_BOMB,
              came -> came.text().contains("content-encoding: gzip") && length(came) < 100_000),
          entry(Fault.BROKEN_GZIP, came -> came.text().contains("gzip") && says(came, "choices")),
          entry(
              Fault.REDIRECT,
              came -> status(came, "307") && came.text().contains("location: http://192.0.2.1/v1")),
          entry(
              Fault.REDIRECT_LOOP, came -> came.text().contains("location: /v1/chat/completions")),
          entry(Fault.NOT_HTTP, came -> came.text().startsWith("SSH-2.0")),
          entry(Fault.BAD_STATUS, came -> came.text().startsWith("HTTP/1.1 OK 200")),
          entry(Fault.BAD_CHUNK, came -> says(came, "zz\r\n")),
          entry(Fault.SWITCHED, came -> status(came, "101")));

  private static boolean is(Came came, End end) {
    return came.end() == end;
  }

  private static boolean status(Came came, String status) {
    return came.text().startsWith("HTTP/1.1 " + status);
  }

  private static boolean says(Came came, String text) {
    return body(came).contains(text);
  }

  private static String body(Came came) {
    return came.text().substring(came.text().indexOf("\r\n\r\n") + 4);
  }

  private static long length(Came came) {
    return came.text()
        .lines()
        .filter(line -> line.startsWith("content-length: "))
        .mapToLong(line -> Long.parseLong(line.substring(16)))
        .findFirst()
        .orElse(-1);
  }

  private static boolean headersOnly(Came came) {
    return is(came, End.ENOUGH) && !came.text().contains("\r\n\r\n");
  }

  private static long lines(Came came) {
    return came.text().lines().count();
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void every_fault_has_a_case() {
    assertEquals(EnumSet.allOf(Fault.class), EnumSet.copyOf(SHOWN.keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void it_shows_on_the_wire(Fault fault) {
    boolean slow = fault.name().startsWith("DRIBBLE") || fault == Fault.COMMENTS_ONLY;
    int limit = fault == Fault.COMMENTS_ONLY ? 1000 : 300;
    var body = fault == Fault.COMMENTS_ONLY ? Caller.streamed(Caller.ask("a")) : Caller.ask("a");
    try (var wire = new Wire(usual).post(body, "x-scripted-fault: " + fault.name())) {
      var came = wire.read(slow ? limit : MANY, slow ? 5000 : 700);
      assertTrue(
          SHOWN.get(fault).test(came),
          came.end() + " " + came.text().substring(0, Math.min(500, came.text().length())));
    }
  }

  @Test
  void the_server_serves_others_meanwhile_and_ends_what_nobody_reads() throws Exception {
    var router =
        running.listen(
            Settings.STANDARD.capacity(Capacity.slots(2)), Script.begin().says("fine").end());
    try (var wire = new Wire(router).post(Caller.ask("a"), "x-scripted-fault: endless-stream")) {
      assertEquals(End.ENOUGH, wire.read(MANY, 5000).end());
      assertEquals(200, new Caller(router).post(Caller.ask("b")).statusCode());
    }
    Running.until("the abort is seen", () -> router.statistics().aborted() == 1);
    assertEquals(0, router.statistics().working().now());
  }

  @Test
  void an_end_of_ours_is_no_abort_of_the_client() throws Exception {
    var router = running.listen(Settings.STANDARD, Script.begin().says("fine").end());
    try (var wire = new Wire(router).post(Caller.ask("a"), "x-scripted-fault: closed")) {
      assertEquals(End.CLOSED, wire.read(MANY, 5000).end());
    }
    Running.until("it is accounted for", () -> router.statistics().spoiled() == 1);
    assertEquals(0, router.statistics().aborted());
    assertFalse(router.statistics().open().now() > 0);
  }

  @Test
  void a_self_signed_certificate_is_refused_by_who_does_not_know_it_and_works_for_who_does()
      throws Exception {
    var pem = SelfSigned.of("localhost");
    var router = running.listen(Settings.STANDARD.tls(pem), Script.begin().says("secret").end());
    var stranger = HttpClient.newHttpClient();
    var request = HttpRequest.newBuilder(URI.create(router.url() + "/models")).build();
    assertThrows(
        SSLHandshakeException.class,
        () -> stranger.send(request, HttpResponse.BodyHandlers.discarding()));
    var friend = HttpClient.newBuilder().sslContext(trusting(pem)).build();
    var models = friend.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, models.statusCode());
    assertTrue(models.body().contains("scripted"));
  }

  private static SSLContext trusting(SelfSigned pem) throws Exception {
    var certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(pem.certificate().getBytes(StandardCharsets.US_ASCII)));
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("router", certificate);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
