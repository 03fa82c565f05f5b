package dev.swarm.loadtest.bench;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.chat.ChatRequest;
import java.util.concurrent.atomic.LongAdder;

/** A model, and how often it was asked. Any thread. */
final class Counting implements Model {
  private final Model model;
  private final LongAdder calls = new LongAdder();

  Counting(Model model) {
    this.model = model;
  }

  @Override
  public Answer ask(ChatRequest request, Errand errand) throws InterruptedException {
    calls.increment();
    return model.ask(request, errand);
  }

  long calls() {
    return calls.sum();
  }
}
