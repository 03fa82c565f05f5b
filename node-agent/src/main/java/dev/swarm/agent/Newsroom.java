package dev.swarm.agent;

import dev.swarm.agent.ledger.Memory;
import dev.swarm.bus.Door;
import dev.swarm.bus.To;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.News;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what happens in a run for a moment and tells it at once, to whoever leads the run. On the
 * desk only.
 */
final class Newsroom {
  /** Short enough to feel live, long enough that many events share a signature. */
  private static final Duration MOMENT = Duration.ofMillis(150);

  private static final int MUCH = 256 << 10;

  /** What an event takes beside its texts, about. */
  private static final int FRAME = 300;

  private final String node;
  private final Door door;
  private final Desk desk;
  private final Memory memory;
  private final Map<RunId, Gathered> gathered = new LinkedHashMap<>();

  Newsroom(String node, Door door, Desk desk, Memory memory) {
    this.node = node;
    this.door = door;
    this.desk = desk;
    this.memory = memory;
  }

  private static final class Gathered {
    final List<Event> events = new ArrayList<>();
    int weight;
  }

  void hear(RunId run, Event event) {
    var news = gathered.get(run);
    if (news == null) {
      news = new Gathered();
      gathered.put(run, news);
      var _ = desk.after(MOMENT, () -> tell(run));
    }
    news.events.add(event);
    news.weight += weight(event);
    if (news.weight >= MUCH) {
      tell(run);
    }
  }

  /** Tells now what there is to tell: always before an outcome. */
  void tell(RunId run) {
    var news = gathered.remove(run);
    if (news != null) {
      memory
          .run(run)
          .filter(led -> !led.closed() && !led.session().isEmpty())
          .ifPresent(led ->
              door.tell(
                  Verb.NEWS,
                  To.coordinator(led.session()),
                  new News(run, node, led.epoch(), news.events)));
    }
  }

  void tellAll() {
    List.copyOf(gathered.keySet()).forEach(this::tell);
  }

  private static int weight(Event event) {
    if (event instanceof Event.ToolReturned returned) {
      return FRAME + returned.text().length();
    }
    return event instanceof Event.ModelReplied replied ? FRAME + replied.text().length() : FRAME;
  }
}
