package dev.swarm.router.endpoint;

import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.waiting.SimulatedTime;
import dev.swarm.router.wire.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;

/** Routers that answer as the test says, on the test's time, and write down what they are sent. */
final class FakeRouters implements Attempts, Probing {
  final SimulatedTime time = new SimulatedTime();
  private final Function<Sent, Attempt> answers;
  private final List<Sent> sent = new ArrayList<>();
  private final List<Instant> looks = new ArrayList<>();
  private Function<Sent, Duration> takes = one -> Given.TOOK;
  private Function<Instant, Seen> sights = at -> new Seen(false, OptionalInt.empty());
  private Keys keys = source -> "key";
  private Learning learning = (profile, trouble, body) -> Optional.empty();
  private int inFlight;
  private int mostInFlight;

  FakeRouters(Function<Sent, Attempt> answers) {
    this.answers = answers;
  }

  /** The {@code number}th request, counted from 1. */
  record Sent(
      int number,
      Instant at,
      String endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost,
      int inFlight) {}

  FakeRouters taking(Function<Sent, Duration> duration) {
    takes = duration;
    return this;
  }

  FakeRouters looking(Function<Instant, Seen> sight) {
    sights = sight;
    return this;
  }

  FakeRouters keys(Keys source) {
    keys = source;
    return this;
  }

  FakeRouters learning(Learning how) {
    learning = how;
    return this;
  }

  Endpoints endpoints(Endpoint... endpoints) {
    return new Endpoints(List.of(endpoints), doors());
  }

  Doors doors() {
    return new Doors(this, this, keys, learning, time, time, new Random(7)::nextDouble);
  }

  @Override
  public Attempt attempt(
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost)
      throws InterruptedException {
    var one = received(endpoint, key, request, profile, sample, atMost);
    try {
      time.sleep(takes.apply(one));
      return answers.apply(one);
    } finally {
      left();
    }
  }

  private synchronized Sent received(
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost) {
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    var one =
        new Sent(
            sent.size() + 1,
            time.instant(),
            endpoint.name(),
            key,
            request,
            profile,
            sample,
            atMost,
            inFlight);
    sent.add(one);
    return one;
  }

  private synchronized void left() {
    inFlight--;
  }

  @Override
  public synchronized Seen look(Endpoint endpoint, Optional<String> key) {
    looks.add(time.instant());
    return sights.apply(time.instant());
  }

  synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  synchronized List<Instant> looks() {
    return List.copyOf(looks);
  }

  synchronized int mostInFlight() {
    return mostInFlight;
  }
}
