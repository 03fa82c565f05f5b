package dev.swarm.cli;

import dev.swarm.router.scripted.Capacity;
import dev.swarm.router.scripted.Deviation;
import dev.swarm.router.scripted.Fault;
import dev.swarm.router.scripted.Mischief;
import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Thinking;
import dev.swarm.tools.yaml.Durations;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm router}: a model without a model, for trying things out and for tests. */
@Command(
    name = "router",
    description = {
      "Serves a scripted model as an OpenAI-compatible router until it is told to end.",
      "Its URL is the first line on stdout."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:somebody ended it", "2:usage, or the port is taken"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  swarm router --port 8090",
      "  swarm router --script model.yaml --think 2s --slots 1",
      "  swarm router --fault silence"
    })
final class RouterCommand implements Callable<Integer> {
  private static final int SECONDS_TO_START = 10;

  private final Surroundings here;

  @Mixin private final Setup setup;

  @Option(
      names = "--script",
      order = 1,
      paramLabel = "FILE",
      description = "What the model says, turn by turn; see docs/routers.md.")
  @Nullable
  private Path script;

  @Option(
      names = "--port",
      order = 2,
      paramLabel = "PORT",
      description = "The port to listen at; default a free one.")
  private int port;

  @Option(
      names = "--host",
      order = 3,
      paramLabel = "ADDRESS",
      description = "The address to listen at; default 127.0.0.1.")
  private String host = "127.0.0.1";

  @Option(
      names = "--think",
      order = 4,
      paramLabel = "TIME",
      description = "How long the model thinks before each reply, such as 500ms.")
  @Nullable
  private String think;

  @Option(
      names = "--slots",
      order = 5,
      paramLabel = "N",
      description = "How many requests it works on at once; others wait.")
  @Nullable
  private Integer slots;

  @Option(
      names = "--fault",
      order = 6,
      paramLabel = "NAME",
      description = "Misbehave like this with every request; may be given again.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--key-env",
      order = 7,
      paramLabel = "VAR",
      description = "Ask everybody for the key in this environment variable.")
  @Nullable
  private String variable;

  @Option(names = "--list", order = 8, description = "List the faults that it can have, and end.")
  private boolean list;

  RouterCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var _ = setup.settings();
    if (list) {
      return listed();
    }
    var file = script == null ? ScriptFile.standard() : ScriptFile.read(script);
    return serve(new ScriptFile(file.brain(), settings(file.settings())));
  }

  private Settings settings(Settings from) {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port is from 0 to 65535, not " + port);
    }
    var settings = from.port(port).host(host);
    if (think != null) {
      var time = read("--think", think, Durations::parse);
      settings = settings.thinking(new Thinking.Fixed(time));
    }
    if (slots != null) {
      settings = settings.capacity(capacity(slots));
    }
    for (var fault : faults) {
      settings = settings.misbehaving(read("--fault", fault, ScriptFile::mischief));
    }
    return variable == null ? settings : settings.key(key(variable));
  }

  private static Capacity capacity(int slots) {
    if (slots < 1) {
      throw new UsageException("--slots is at least 1, not " + slots);
    }
    return Capacity.slots(slots);
  }

  private String key(String name) {
    var key = here.environment().getOrDefault(name, "").strip();
    if (key.isEmpty()) {
      throw new UsageException("--key-env: the variable " + name + " is empty; set it");
    }
    return key;
  }

  private static <T> T read(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  private int serve(ScriptFile file) {
    var vertx = Vertx.vertx();
    try {
      var router = listening(vertx, file);
      here.out().println(router.url());
      here.out().flush();
      untilAsked();
      var seen = router.statistics();
      here.say(seen.requests() + " requests, " + seen.replies() + " replies");
      return Exit.DONE.code();
    } finally {
      close(vertx);
    }
  }

  private ScriptedRouter listening(Vertx vertx, ScriptFile file) {
    try {
      return ScriptedRouter.listen(vertx, file.settings(), file.brain())
          .await(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the router did not start within 10 s", e);
    } catch (RuntimeException e) {
      throw new UsageException(
          "could not listen at "
              + host
              + " port "
              + port
              + ": "
              + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName())
              + "; choose another with --port");
    }
  }

  private static void untilAsked() {
    var asked = new CountDownLatch(1);
    var undo = Signals.whenAskedToEnd(asked::countDown);
    try {
      asked.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      undo.run();
    }
  }

  private static void close(Vertx vertx) {
    try {
      var _ = vertx.close().await(2, TimeUnit.SECONDS);
    } catch (TimeoutException | RuntimeException _) {
      // The process ends anyway, and all connections with it.
    }
  }

  private int listed() {
    var columns = new Columns();
    Stream.<Mischief>concat(Stream.of(Fault.values()), Stream.of(Deviation.values()))
        .forEach(one ->
            columns.row(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one.description()));
    var terminal = here.terminal();
    here.out().print(terminal.stdout() ? columns.text(terminal.width()) : columns.text());
    return Exit.DONE.code();
  }
}
