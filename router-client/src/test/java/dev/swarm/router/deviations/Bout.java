package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Reply.Called;
import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Doors;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.EndpointState;
import dev.swarm.router.endpoint.Endpoints;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.endpoint.Probing;
import dev.swarm.router.exchange.Exchange;
import dev.swarm.router.exchange.Probe;
import dev.swarm.router.scripted.Brain;
import dev.swarm.router.scripted.Received;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Statistics;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.waiting.SystemClock;
import dev.swarm.router.wire.Lessons;
import dev.swarm.router.wire.Profile;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole client, and one scripted router that it is configured for. */
final class Bout implements AutoCloseable {
  /** What the model wants first, unless a deviation spoils it. */
  static final Script SCRIPT =
      Script.begin()
          .calls(
              Script.call("filesystems", "{\"path\":\"/var\",\"depth\":5}"),
              Script.call("mounts", "{}"))
          .says("all is well")
          .end();

  static final Clocks CLOCKS =
      new Clocks(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  static final Toolset TOOLS =
      new Toolset(
          List.of(
              new ToolSpec(
                  "filesystems",
                  "Shows file systems.",
                  Schema.object()
                      .text("path", "where")
                      .integer("depth", "how deep", 0, 99)
                      .build()),
              new ToolSpec("mounts", "Shows mounts.", Schema.object().build())));

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedRouter router;
  private final Exchange exchange;
  private final Endpoints endpoints;

  Bout(Settings settings) {
    this(settings, SCRIPT, Profile.STANDARD, CLOCKS, 4);
  }

  Bout(Settings settings, Brain brain, Profile profile, Clocks clocks, int concurrency) {
    var clock = new SystemClock();
    try {
      router = ScriptedRouter.listen(vertx, settings, brain).await(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
    exchange = new Exchange(vertx, clock);
    var endpoint = endpoint(router, profile, clocks, concurrency);
    endpoints =
        new Endpoints(
            List.of(endpoint),
            new Doors(
                exchange::attempt,
                looking(new Probe(vertx, clock)),
                _ -> "",
                Lessons::learned,
                Bells.real(),
                clock,
                new Random(1)::nextDouble));
  }

  private static Probing looking(Probe probe) {
    return (endpoint, key) -> {
      var seen = probe.probe(endpoint, key);
      return new Probing.Seen(seen.loading(), seen.slots());
    };
  }

  private static Endpoint endpoint(
      ScriptedRouter router, Profile profile, Clocks clocks, int concurrency) {
    return new Endpoint(
        "scripted",
        router.url(),
        "scripted",
        new KeySource.None(),
        Tier.LOCAL,
        concurrency,
        1000,
        clocks,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        profile);
  }

  static List<ChatMessage> opening() {
    return List.of(
        new ChatMessage.Instructions("You look at machines."), new ChatMessage.User("storage"));
  }

  Answer ask(List<ChatMessage> messages, Choice choice, Duration patience) {
    var request = new ChatRequest(messages, TOOLS, choice, 500);
    try {
      return endpoints.ask(request, new Errand("subtask", Tier.LOCAL, patience));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer ask() {
    return ask(opening(), Choice.AUTO, Duration.ofSeconds(60));
  }

  /** A reply to the opening. */
  Reply reply() {
    return reply(opening());
  }

  Reply reply(List<ChatMessage> messages) {
    return assertInstanceOf(
            Answer.Replied.class, ask(messages, Choice.AUTO, Duration.ofSeconds(60)))
        .reply();
  }

  /** The trouble that the opening ends in. */
  Trouble trouble() {
    return assertInstanceOf(Answer.Failed.class, ask()).trouble();
  }

  /** The conversation with this reply and a result for each of its calls. */
  static List<ChatMessage> after(Reply reply) {
    var messages = new ArrayList<>(opening());
    messages.add(reply.message());
    for (var called : reply.calls()) {
      messages.add(
          new ChatMessage.Result(
              called.id(),
              switch (called) {
                case Called.Usable usable -> "ran with " + usable.arguments();
                case Called.Unusable unusable -> unusable.reason();
              }));
    }
    return messages;
  }

  /** The turn after the first one. */
  Reply second(Reply first) {
    return reply(after(first));
  }

  Statistics seen() {
    return router.statistics();
  }

  long requests() {
    return seen().requests();
  }

  /** The body of the last request. */
  String lastBody() {
    return router.received().getLast().body();
  }

  List<Received> received() {
    return router.received();
  }

  EndpointState state() {
    return endpoints.states().getFirst();
  }

  void look() throws InterruptedException {
    endpoints.look();
  }

  @Override
  public void close() {
    exchange.close();
    try {
      var _ = vertx.close().await(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
