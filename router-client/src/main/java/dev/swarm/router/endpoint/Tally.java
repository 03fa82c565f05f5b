package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply.Usage;
import java.math.BigDecimal;

/** What an endpoint has done, in numbers. Owned by one {@link Lane}. */
final class Tally {
  long requests;
  long replies;
  long retries;
  long refusals;
  long ejections;
  long prompt;
  long completion;
  long cached;
  BigDecimal cost = BigDecimal.ZERO;

  void sent(boolean again) {
    requests++;
    retries += again ? 1 : 0;
  }

  void replied(Usage usage, BigDecimal price) {
    replies++;
    prompt += usage.prompt();
    completion += usage.completion();
    cached += usage.cached();
    cost = cost.add(price);
  }

  void failed(Trouble trouble, boolean ejected) {
    Mark mark = Mark.of(trouble);
    refusals += mark == Mark.BUSY || mark == Mark.UNAVAILABLE ? 1 : 0;
    ejections += ejected ? 1 : 0;
  }
}
