package dev.swarm.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.scripted.Settings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key is used, and then it is nowhere: not in what is said, not in what is kept. */
class KeySecrecyIT {
  /** Looks like no key that anybody would recognise. */
  private static final String CANARY = "heronwalrusibis";

  @TempDir Path home;

  static Stream<String> sources() {
    return Stream.of("{env: A_KEY}", "{file: DIR/key}", "{command: [DIR/print-key]}");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void a_key_is_used_and_left_nowhere(String source) throws Exception {
    try (var router = Scripted.router(Settings.STANDARD.key(CANARY))) {
      var ran = audit(router.url(), source);
      assertTrue(router.server().statistics().replies() > 0, ran.err());
      assertEquals(0, router.server().statistics().unauthorized());
      nowhere(ran);
    }
  }

  @Test
  void a_key_that_a_router_sends_back_in_its_refusal_is_left_nowhere() throws Exception {
    var vertx = Vertx.vertx();
    try {
      var server =
          vertx
              .createHttpServer()
              .requestHandler(request -> {
                var told = "nobody knows " + request.getHeader("authorization").substring(7);
                var _ =
                    request
                        .response()
                        .setStatusCode(401)
                        .putHeader("content-type", "application/json")
                        .end("{\"error\":{\"message\":\"" + told + "\",\"code\":401}}");
              })
              .listen(0, "127.0.0.1")
              .await(10, TimeUnit.SECONDS);
      var ran = audit("http://127.0.0.1:" + server.actualPort() + "/v1", "{env: A_KEY}");
      assertTrue(ran.err().contains("unauthorized"), ran.err());
      nowhere(ran);
    } finally {
      var _ = vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_key_written_into_the_configuration_is_refused_and_not_said() throws Exception {
    var ran = audit("http://127.0.0.1:9/v1", CANARY);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("key: {env: VARIABLE}"), ran.err());
    nowhere(ran);
  }

  private SwarmProcess.Ran audit(String url, String source) throws Exception {
    owned("key", "rw-------", CANARY + "\n");
    owned("print-key", "rwx------", "#!/bin/sh\necho " + CANARY + "; echo " + CANARY + " >&2\n");
    var config = home.resolve("swarm.yaml");
    Files.writeString(
        config,
        "routers:\n  - url: "
            + url
            + "\n    model: scripted\n    key: "
            + source.replace("DIR", home.toString())
            + "\n");
    var recording = SmallRecording.in(home.resolve("rec"));
    return new SwarmProcess(home)
        .run(
            Map.of("A_KEY", CANARY),
            "audit",
            "--config",
            config.toString(),
            "--verbose",
            "--areas",
            "storage",
            "--recording",
            recording.toString(),
            "--output",
            "json");
  }

  private void owned(String name, String rights, String text) throws IOException {
    var file = Files.writeString(home.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  /** In none of the streams, and in no file but those in which the operator keeps it. */
  private void nowhere(SwarmProcess.Ran ran) throws IOException {
    assertFalse(ran.out().contains(CANARY), ran.out());
    assertFalse(ran.err().contains(CANARY), ran.err());
    var own = List.of("key", "print-key", "swarm.yaml");
    try (var all = Files.walk(home)) {
      var files =
          all.filter(Files::isRegularFile)
              .filter(file -> !own.contains(file.getFileName().toString()))
              .toList();
      for (var file : files) {
        assertFalse(Files.readString(file, ISO_8859_1).contains(CANARY), file.toString());
      }
      boolean kept = files.stream().anyMatch(file -> file.endsWith("runs.db"));
      assertTrue(kept || ran.code() == 2, "no run was kept, so nothing was looked at: " + files);
    }
  }
}
