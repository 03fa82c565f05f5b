package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.chaos.Patience;
import dev.swarm.router.scripted.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The coordinator that stays on one machine: what it had under way when it was killed goes on when
 * it is started again, and commands beside it hand their runs over.
 */
class ResidentIT {
  private static final JsonMapper JSON = new JsonMapper();

  /** Of the slow tool: long enough to be killed in. */
  private static final String SECONDS = "6.789";

  /** Of one that nobody waits for. */
  private static final String LONG = "56.789";

  private final List<Process> started = new ArrayList<>();
  @TempDir Path folder;
  private Path config;
  private SwarmProcess swarm;

  @BeforeEach
  void a_machine() throws Exception {
    swarm = new SwarmProcess(folder);
    config = SlowTool.in(folder, SECONDS);
  }

  @AfterEach
  void ended() {
    started.forEach(Process::destroyForcibly);
    started.forEach(process -> process.onExit().join());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path log(int number) {
    return folder.resolve("serve-" + number + ".log");
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process serve(String... more) throws Exception {
    var log = log(started.size());
    var line =
        new ArrayList<>(
            List.of("serve", "--http", "127.0.0.1:" + freePort(), "--config", config.toString()));
    line.addAll(List.of(more));
    var serve = swarm.start(Map.of(), log, line.toArray(String[]::new));
    started.add(serve);
    await(() -> text(log).contains("coordinator of ") || !serve.isAlive(), "serve is there");
    assertTrue(serve.isAlive(), () -> text(log));
    return serve;
  }

  private Process audit(String... more) throws Exception {
    var line = new ArrayList<>(List.of("audit", "--config", config.toString(), "--output", "json"));
    line.addAll(List.of(more));
    var audit = swarm.start(Map.of(), line.toArray(String[]::new));
    started.add(audit);
    return audit;
  }

  private static void await(BooleanSupplier condition, String what) {
    var _ = Patience.until(condition, Duration.ofSeconds(60), () -> what);
  }

  private List<JsonNode> events(String run) throws Exception {
    var told = swarm.run("export", run, "--config", config.toString());
    assertEquals(0, told.code(), told.err());
    var events = new ArrayList<JsonNode>();
    for (var line : told.out().lines().toList()) {
      events.add(JSON.readTree(line));
    }
    return events;
  }

  private static List<JsonNode> of(List<JsonNode> events, String kind) {
    return events.stream()
        .map(event -> event.path("event"))
        .filter(event -> event.path("event").asText().equals(kind))
        .toList();
  }

  private static String of(SwarmProcess.Ran ran) throws IOException {
    return JSON.readTree(ran.out()).path("run").path("id").asText();
  }

  @Test
  void a_run_goes_on_after_kill_9_for_whoever_waits_for_it() throws Exception {
    var first = serve();
    var audit = audit("--areas", "storage,load-and-memory");
    await(() -> SlowTool.runs(SECONDS), "the slow tool runs");
    await(this::otherIsDone, "the other area has ended");
    first.destroyForcibly();
    first.onExit().join();
    var _ = serve();

    var ran = SwarmProcess.finish(audit);
    var report = JSON.readTree(ran.out());
    var again = text(log(2));
    assertTrue(again.contains("going on with run " + of(ran)), again);
    assertTrue(ran.code() == 0 || ran.code() == 1, () -> ran.code() + ran.err() + ran.out());
    for (var subtask : report.path("subtasks")) {
      assertEquals("completed", subtask.path("outcome").asText(), ran.out());
    }

    var events = events(of(ran));
    assertEquals(1, of(events, "took-over").size());
    var ended = of(events, "subtask-ended");
    assertEquals(2, ended.size(), "each ends once");
    for (var one : ended) {
      boolean storage = one.at("/outcome/subtask").asText().endsWith("storage");
      assertEquals(storage ? 2 : 1, one.at("/outcome/attempt").asInt(), one::toString);
    }
    for (int i = 0; i < events.size(); i++) {
      assertEquals(i + 1, events.get(i).path("sequence").asInt(), "nothing is missing");
    }
  }

  /** What was completed before the kill, as another process sees it. */
  private boolean otherIsDone() {
    try {
      var told = swarm.run("export", "latest", "--config", config.toString());
      return told.code() == 0
          && told.out()
              .lines()
              .anyMatch(
                  line -> line.contains("subtask-ended") && line.contains("/load-and-memory"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_audit_is_handed_over_unless_this_process_shall_do_it() throws Exception {
    var _ = serve();
    var ran = SwarmProcess.finish(audit("--checks", "storage.space"));
    assertTrue(ran.code() == 0 || ran.code() == 1, () -> ran.code() + ran.err() + ran.out());
    var handed = of(events(of(ran)), "run-started").getFirst();
    assertEquals("api", handed.path("by").asText(), handed::toString);
    var local = SwarmProcess.finish(audit("--checks", "storage.space", "--local"));
    var own = of(events(of(local)), "run-started").getFirst();
    assertFalse(own.hasNonNull("by"), own::toString);
    var timed = SwarmProcess.finish(audit("--checks", "storage.space", "--timeout", "50s"));
    var other = of(events(of(timed)), "run-started").getFirst();
    assertFalse(other.hasNonNull("by"), other::toString);
  }

  @Test
  void a_question_is_handed_over_and_answered_by_the_model_of_the_configuration() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD)) {
      var routers =
          "\nrouters: [{url: " + router.url() + ", model: scripted-8b, context: 32768}]\n";
      Files.writeString(config, routers, StandardOpenOption.APPEND);
      var _ = serve();
      var line = List.of("ask", "--config", config.toString(), "--areas", "load-and-memory");
      var asked = Stream.concat(line.stream(), Stream.of("--output", "json", "is it slow?"));
      var ran = swarm.run(asked.toArray(String[]::new));
      assertTrue(ran.code() == 0 || ran.code() == 1, () -> ran.code() + ran.err() + ran.out());
      var events = events(of(ran));
      assertEquals("api", of(events, "run-started").getFirst().path("by").asText());
      assertEquals("scripted-8b", of(events, "run-started").getFirst().path("mind").asText());
      assertTrue(of(events, "model-replied").size() > 0, ran::out);
    }
  }

  @Test
  void without_http_it_is_done_here() throws Exception {
    var log = log(started.size());
    var serve = swarm.start(Map.of(), log, "serve", "--no-http", "--config", config.toString());
    started.add(serve);
    await(() -> text(log).contains("coordinator of "), "serve is there");
    var ran = SwarmProcess.finish(audit("--checks", "storage.space"));
    var own = of(events(of(ran)), "run-started").getFirst();
    assertFalse(own.hasNonNull("by"), own::toString);
  }

  @Test
  void who_joined_leaves_alone_and_who_began_ends_it() throws Exception {
    config = SlowTool.in(folder, LONG);
    var _ = serve();
    var began = audit("--areas", "storage");
    await(() -> SlowTool.runs(LONG), "the slow tool runs");
    var said = folder.resolve("joined.log");
    var line = List.of("audit", "--config", config.toString(), "--areas", "storage", "--verbose");
    var joined = swarm.start(Map.of(), said, line.toArray(String[]::new));
    started.add(joined);
    await(() -> text(said).contains("storage"), "it follows");
    SwarmProcess.signal(joined, "INT");
    assertEquals(130, SwarmProcess.finish(joined).code(), () -> text(said));
    assertTrue(text(said).contains("goes on for whoever else asked for it"), () -> text(said));
    assertTrue(SlowTool.runs(LONG), "it goes on");
    SwarmProcess.signal(began, "INT");
    var ended = SwarmProcess.finish(began);
    assertEquals(130, ended.code(), ended.err());
    assertEquals("cancelled", JSON.readTree(ended.out()).at("/run/state").asText());
    assertTrue(text(said).contains(of(ended)), "one run for both");
  }

  @Test
  void a_token_of_the_same_configuration_opens_it_and_without_one_it_is_done_here()
      throws Exception {
    var token = folder.resolve("operator.token");
    Files.writeString(token, "0123456789abcdef0123456789abcdef\n");
    var _ = Files.setPosixFilePermissions(token, Set.of(PosixFilePermission.OWNER_READ));
    var open = Files.readString(config);
    Files.writeString(
        config,
        open
            + "\nserve:\n  tokens:\n    - {name: ops, access: operator, key: {file: "
            + token
            + "}}\n");
    var _ = serve();
    var ran = SwarmProcess.finish(audit("--checks", "storage.space"));
    assertEquals("api", of(events(of(ran)), "run-started").getFirst().path("by").asText());
    Files.writeString(config, open);
    var other = SwarmProcess.finish(audit("--checks", "storage.space"));
    assertTrue(other.err().contains("did not take it, so it runs here: a token"), other.err());
    assertFalse(of(events(of(other)), "run-started").getFirst().hasNonNull("by"));
  }
}
