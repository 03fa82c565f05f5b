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
import java.util.function.Supplier;

/**
 * Gathers what happens in a run for a moment and tells it at once, to whoever leads the run. On the
 * desk only.
 */
final class Newsroom {
  private static final int MUCH = 256 << 10;

  /** What an event takes beside its texts, about. */
  private static final int FRAME = 300;

  private final String node;
  private final Door door;
  private final Desk desk;
  private final Memory memory;
  private final Supplier<Duration> moment;
  private final Map<RunId, Gathered> gathered = new LinkedHashMap<>();

  /** Gathers for {@code moment}, which is asked anew each time. */
  Newsroom(String node, Door door, Desk desk, Memory memory, Supplier<Duration> moment) {
    this.node = node;
    this.door = door;
    this.desk = desk;
    this.memory = memory;
    this.moment = moment;
  }

  private record Item(Piece piece, Event event) {}

  private static final class Gathered {
    final List<Item> items = new ArrayList<>();
    int weight;

    List<Event> events() {
      return items.stream().map(Item::event).toList();
    }
  }

  void hear(Order order, Event event) {
    var run = order.run();
    var news = gathered.get(run);
    if (news == null) {
      news = new Gathered();
      gathered.put(run, news);
      var _ = desk.after(moment.get(), () -> tell(run));
    }
    news.items.add(new Item(Piece.of(order), event));
    news.weight += weight(event);
    if (news.weight >= MUCH) {
      tell(run);
    }
  }

  /**
   * What happened in {@code order} and was not told yet: it goes with the outcome. Where it is
   * much, it goes ahead instead, for an outcome may have to be delivered more than once.
   */
  List<Event> last(Order order) {
    var run = order.run();
    var news = gathered.get(run);
    if (news == null) {
      return List.of();
    }
    if (news.weight >= MUCH / 4) {
      tell(run);
      return List.of();
    }
    var piece = Piece.of(order);
    var own = news.items.stream().filter(item -> item.piece().equals(piece)).toList();
    news.items.removeAll(own);
    return own.stream().map(Item::event).toList();
  }

  /** Tells now what there is to tell. */
  private void tell(RunId run) {
    var news = gathered.remove(run);
    if (news != null && !news.items.isEmpty()) {
      memory
          .run(run)
          .filter(led -> !led.closed() && !led.session().isEmpty())
          .ifPresent(led ->
              door.tell(
                  Verb.NEWS,
                  To.coordinator(led.session()),
                  new News(run, node, led.epoch(), news.events())));
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
