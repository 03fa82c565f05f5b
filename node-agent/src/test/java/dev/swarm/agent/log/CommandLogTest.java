package dev.swarm.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.Order;
import dev.swarm.agent.chain.Signer;
import dev.swarm.agent.chain.Verification;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.text.Sanitizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLogTest {
  private static final Instant NOW = Instant.parse("2026-11-20T19:45:12Z");
  private static final RunId RUN = new RunId("run-1");
  private static final SubtaskId SUBTASK = SubtaskId.of(RUN, "web-1", new Area("logs"));
  private static final Order ORDER =
      new Order(
          new Offer(
              new Subtask(
                  SUBTASK,
                  RUN,
                  "web-1",
                  new Area("logs"),
                  List.of(),
                  Budget.standard(Duration.ofSeconds(30))),
              2,
              1),
          "hq");

  @TempDir private Path folder;

  private CommandLog open() {
    return CommandLog.open(file(), CommandLog.STANDARD, Signer.NOBODY, "0.1.0", () -> NOW);
  }

  private Path file() {
    return folder.resolve("commands.log");
  }

  private List<Logged> lines() throws IOException {
    var lines = new ArrayList<Logged>();
    CommandLog.show(file(), lines::add);
    return lines;
  }

  private static Command command(String... argv) {
    return new Command(List.of(argv), 1, Duration.ofSeconds(5), 1_000, Set.of());
  }

  private static Optional<Commission> by() {
    return Optional.of(new Commission("hq", RUN, SUBTASK, 2));
  }

  @Test
  void a_program_is_on_disk_before_it_starts() throws Exception {
    var log = open();
    var seen = new ArrayList<Logged>();
    var host =
        log.of(ORDER)
            .host(
                new PretendHost(command -> {
                  try {
                    seen.addAll(lines());
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                  return exited();
                }));
    assertInstanceOf(CommandResult.Exited.class, host.run(command("df", "-P")));
    log.close();
    assertEquals(new Logged.Starting(NOW, 1, List.of("df", "-P"), by()), seen.getLast());
    assertEquals(new Logged.Ended(NOW, 1, "exit 0", Duration.ofMillis(3)), lines().getLast());
  }

  private static CommandResult exited() {
    return new CommandResult.Exited(0, new Output("root", 0), Output.EMPTY, Duration.ofMillis(3));
  }

  @Test
  void nothing_starts_that_cannot_be_written_down() {
    var log = open();
    log.close();
    var started = new ArrayList<Command>();
    var host =
        log.of(ORDER)
            .host(
                new PretendHost(command -> {
                  started.add(command);
                  return exited();
                }));
    var result = assertInstanceOf(CommandResult.NotStarted.class, host.run(command("df")));
    assertEquals(
        "nothing runs that cannot be written down: commands.log is closed", result.detail());
    assertEquals(List.of(), started);
  }

  @Test
  void the_answer_of_a_tool_bears_the_hash_that_evidence_bears() throws Exception {
    var log = open();
    var call = new ToolCall("disks", Map.of(), ToolCall.Caller.PLAYBOOK);
    var text = new Sanitizer().clean("/dev/sda1 93 %");
    var tools =
        log.of(ORDER)
            .tools(_ ->
                new ToolResult(
                    call,
                    List.of("df", "-P"),
                    new ToolResult.Ending.Ok(),
                    text,
                    List.of(),
                    Duration.ZERO,
                    List.of()));
    var _ = tools.run(call);
    log.close();
    assertEquals(
        new Logged.Told(
            NOW,
            "disks",
            List.of("df", "-P"),
            "ok",
            Hashes.sha256(text.value()),
            by().orElseThrow()),
        lines().getLast());
  }

  @Test
  void files_that_look_alike_are_told_once_a_subtask() throws Exception {
    var log = open();
    var host = log.of(ORDER).host(new PretendHost(_ -> exited()));
    for (int pid = 1; pid < 50; pid++) {
      var _ = host.read(Path.of("/proc/" + pid + "/stat"), 1);
    }
    var _ = host.list(Path.of("/proc"));
    log.close();
    assertEquals(
        List.of(
            new Logged.Reading(NOW, "/proc/*/stat", by()), new Logged.Reading(NOW, "/proc/", by())),
        lines().subList(1, 3));
  }

  @Test
  void no_secret_stands_in_it() throws Exception {
    var log = open();
    var host = log.own(new PretendHost(_ -> exited()));
    var _ = host.run(command("curl", "https://joe:hunter2hunter2@example.org/"));
    log.close();
    assertTrue(!Files.readString(file()).contains("hunter2"));
    var starting = assertInstanceOf(Logged.Starting.class, lines().get(1));
    assertEquals(Optional.empty(), starting.by());
  }

  @Test
  void a_message_that_was_turned_away_is_told() throws Exception {
    var log = open();
    log.turned(new Turned("swarm.node.web-1", "offer", Rejection.REPLAYED, "it came in before"));
    log.close();
    assertEquals(
        new Logged.TurnedAway(NOW, "swarm.node.web-1", "offer", "replayed", "it came in before"),
        lines().getLast());
    assertInstanceOf(Verification.Sound.class, CommandLog.verify(file(), Optional.empty()));
  }

  @Test
  void what_was_cut_off_is_told_by_the_next_agent() throws Exception {
    open().close();
    Files.writeString(file(), Files.readString(file()) + "{\"n\":2,\"bo");
    open().close();
    assertEquals(10, assertInstanceOf(Logged.Opened.class, lines().getLast()).torn());
    assertInstanceOf(Verification.Sound.class, CommandLog.verify(file(), Optional.empty()));
  }

  /** A machine on which programs do what a test says. */
  private record PretendHost(Function<Command, CommandResult> programs) implements Host {
    @Override
    public Platform platform() {
      return Platform.LINUX;
    }

    @Override
    public String name() {
      return "web-1";
    }

    @Override
    public boolean root() {
      return false;
    }

    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public void pause(Duration interval) {
      // time stands still
    }

    @Override
    public CommandResult run(Command command) {
      return programs.apply(command);
    }

    @Override
    public Optional<Failure> missing(String program) {
      return Optional.empty();
    }

    @Override
    public FileResult read(Path file, int sample) {
      return new FileResult.Failed(Failure.ABSENT, "nothing is there");
    }

    @Override
    public DirectoryResult list(Path directory) {
      return new DirectoryResult.Failed(Failure.ABSENT, "nothing is there");
    }
  }
}
