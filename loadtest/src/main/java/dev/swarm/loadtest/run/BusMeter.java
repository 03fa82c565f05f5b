package dev.swarm.loadtest.run;

import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.Seal;
import dev.swarm.bus.Sender;
import dev.swarm.loadtest.result.Result.Bus;
import dev.swarm.loadtest.result.Result.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what a process says and hears on the bus, where every message passes: at its seal. The
 * time of a request is from sealing it to having checked the seal of its answer. Any thread.
 */
final class BusMeter implements Seal {
  private static final String REPLY = "re:";
  private static final int MOST_OPEN = 100_000;

  private final Seal seal;
  private final InstantSource clock;
  private final Map<String, Traffic> traffic = new TreeMap<>();
  private final Map<String, Instant> asked =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_OPEN;
        }
      };
  private Times times = new Times();

  BusMeter(Seal seal, InstantSource clock) {
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public Sender own() {
    return seal.own();
  }

  @Override
  public byte[] close(String type, String recipient, String freshness, String body) {
    var frame = seal.close(type, recipient, freshness, body);
    count(type, frame.length);
    if (!type.startsWith(REPLY)) {
      asked(frame);
    }
    return frame;
  }

  @Override
  public Envelope glance(byte[] frame) throws RejectedException {
    return seal.glance(frame);
  }

  @Override
  public Opened open(byte[] frame) throws RejectedException {
    var opened = seal.open(frame);
    count(opened.envelope().type(), frame.length);
    if (opened.envelope().type().startsWith(REPLY)) {
      answered(opened.envelope().freshness());
    }
    return opened;
  }

  private void asked(byte[] frame) {
    try {
      var id = seal.glance(frame).id(own());
      synchronized (this) {
        asked.put(id, clock.instant());
      }
    } catch (RejectedException e) {
      throw new IllegalStateException("could not read a frame of our own", e);
    }
  }

  private synchronized void answered(String id) {
    var since = asked.remove(id);
    if (since != null) {
      times.add(Duration.between(since, clock.instant()));
    }
  }

  private synchronized void count(String type, int bytes) {
    traffic.merge(type, new Traffic(1, bytes), Traffic::plus);
  }

  /** Forgets what was. */
  synchronized void reset() {
    traffic.clear();
    times = new Times();
  }

  synchronized Bus count() {
    long messages = traffic.values().stream().mapToLong(Traffic::messages).sum();
    long bytes = traffic.values().stream().mapToLong(Traffic::bytes).sum();
    return new Bus(messages, bytes, times.spread(), traffic);
  }
}
