package dev.swarm.router.endpoint;

import dev.swarm.router.Errand;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Toolset;
import dev.swarm.router.endpoint.Attempt.Bad;
import dev.swarm.router.endpoint.Attempt.Good;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Remark;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Values that tests of this package begin with. */
final class Given {
  static final Duration TOOK = Duration.ofMillis(100);
  static final Duration HOUR = Duration.ofHours(1);

  private static final Clocks PATIENT =
      new Clocks(
          Duration.ofSeconds(2), HOUR, Duration.ofSeconds(180), Duration.ofSeconds(45), HOUR);

  private Given() {}

  /** One that waits for a slot as long as the caller likes. */
  static Endpoint patient(int concurrency, int queue) {
    return endpoint("one", Tier.LOCAL, concurrency, queue, Profile.STANDARD, PATIENT);
  }

  static Endpoint endpoint(String name, int concurrency, int queue) {
    return endpoint(name, Tier.LOCAL, concurrency, queue, Profile.STANDARD);
  }

  static Endpoint endpoint(String name, Tier tier, int concurrency, int queue, Profile profile) {
    return endpoint(name, tier, concurrency, queue, profile, Clocks.STANDARD);
  }

  private static Endpoint endpoint(
      String name, Tier tier, int concurrency, int queue, Profile profile, Clocks clocks) {
    return new Endpoint(
        name,
        URI.create("http://127.0.0.1:9/v1"),
        "small",
        new KeySource.None(),
        tier,
        concurrency,
        queue,
        clocks,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        profile);
  }

  static ChatRequest request() {
    return request("how are you?");
  }

  static ChatRequest request(String text) {
    return new ChatRequest(
        List.of(new ChatMessage.User(text)), Toolset.NONE, ChatRequest.Choice.AUTO, 100);
  }

  static Errand errand(String subtask) {
    return errand(subtask, HOUR);
  }

  static Errand errand(String subtask, Duration patience) {
    return new Errand(subtask, Tier.LOCAL, patience);
  }

  static Attempt good() {
    return replied(List.of());
  }

  static Attempt remarked(Remark remark) {
    return replied(List.of(remark.sentence()));
  }

  private static Attempt replied(List<String> remarks) {
    var message = new ChatMessage.Assistant("well", List.of(), Optional.empty());
    var usage = new Reply.Usage(1000, 10, 900);
    return new Good(
        new Reply(message, List.of(), Reply.Ending.STOPPED, usage, "small", remarks), TOOK);
  }

  static Attempt bad(Kind kind) {
    return new Bad(Trouble.of(kind, "one", "could not: " + kind.id()), "");
  }

  static Attempt bad(Kind kind, int status) {
    return new Bad(
        new Trouble(kind, "one", OptionalInt.of(status), "status " + status, Optional.empty()), "");
  }

  static Attempt bad(Kind kind, int status, Duration retryAfter) {
    return new Bad(
        new Trouble(
            kind, "one", OptionalInt.of(status), "status " + status, Optional.of(retryAfter)),
        "");
  }
}
