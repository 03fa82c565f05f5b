package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.coordinator.http.Wish;
import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.wire.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who thinks in the runs of a coordinator that stays, where no model is configured. */
final class LearntMindTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Queue<Supplier<Settings>> looks = new ArrayDeque<>();

  @Test
  void nobody_waits_for_a_router_and_the_model_counts_once_it_is_known() {
    looks.add(() -> serving("qwen3:8b"));
    var mind = mind(serving(""));
    assertEquals("box", mind.get());
    background.remove().run();
    assertEquals("qwen3:8b", mind.get());
    assertEquals(0, background.size(), "nothing is left to ask");
  }

  @Test
  void a_router_that_told_nothing_is_asked_again_for_the_next_run() {
    looks.add(() -> serving(ModelNames.NAMELESS));
    looks.add(() -> serving("qwen3:8b"));
    var mind = mind(serving(""));
    assertEquals("box", mind.get());
    assertEquals("box", mind.get());
    assertEquals(1, background.size(), "one look at a time");
    background.remove().run();
    assertEquals("box", mind.get());
    background.remove().run();
    assertEquals("qwen3:8b", mind.get());
  }

  @Test
  void what_is_wrong_is_said_once() {
    for (int i = 0; i < 2; i++) {
      looks.add(() -> {
        throw new UsageException("could not choose a model: box serves several");
      });
    }
    var mind = mind(serving(""));
    for (int i = 0; i < 2; i++) {
      assertEquals("box", mind.get());
      background.remove().run();
    }
    assertEquals(
        "swarm: could not choose a model: box serves several\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_configured_model_is_not_asked_for() {
    assertEquals("small", mind(serving("small")).get());
    assertEquals("playbook", mind(SettingsReader.read(Optional.empty(), List.of())).get());
    assertEquals(0, background.size());
  }

  @Test
  void runs_that_are_asked_for_or_fall_due_bear_it(@TempDir Path folder) throws IOException {
    var file = folder.resolve("swarm.yaml");
    var text =
        "routers:\n  - {name: box, url: 'http://127.0.0.1:8080/v1'}\n"
            + "schedules:\n  - {name: disks, every: 6h, areas: [storage]}\n";
    var settings = SettingsReader.read(Optional.of(Files.writeString(file, text)), List.of());
    looks.add(() -> serving("qwen3:8b"));
    var mind = mind(settings);
    var checks = Knowledge.of(settings).checks();
    var asked = new AskedAudits(settings, checks, Optional.empty(), mind);
    var scheduled = ScheduledAudits.of(settings, checks, Optional.empty(), mind);
    var schedule = settings.schedules().getFirst();
    assertEquals("box", asked.of(wish(Optional.empty())).mind());
    background.remove().run();
    assertEquals("qwen3:8b", asked.of(wish(Optional.empty())).mind());
    assertEquals("qwen3:8b", asked.of(wish(Optional.of("is any disk full?"))).mind());
    assertEquals("qwen3:8b", scheduled.apply(schedule).mind());
  }

  private static Wish wish(Optional<String> question) {
    return new Wish(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        question);
  }

  private static Settings serving(String model) {
    var router =
        new Endpoint(
            "box",
            URI.create("http://127.0.0.1:8080/v1"),
            model,
            new KeySource.None(),
            Tier.LOCAL,
            4,
            256,
            Clocks.STANDARD,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Profile.STANDARD);
    return SettingsReader.read(Optional.empty(), List.of()).with(List.of(router));
  }

  private LearntMind mind(Settings configured) {
    var here =
        new Surroundings(
            Map.of(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new LearntMind(here, configured, () -> looks.remove().get(), background::add);
  }
}
