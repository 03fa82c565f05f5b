package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Mischief.Chosen;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scripted router is like. Begin with {@link #STANDARD} and change what shall be other.
 *
 * @param served the models and their context
 */
public record Settings(
    Place place, Served served, Capacity capacity, Pace pace, Manners manners, Memory memory) {

  /** Everything works, at once, on a free port of the loopback. */
  public static final Settings STANDARD =
      new Settings(
          new Place("127.0.0.1", 0, Optional.empty(), Optional.empty()),
          Served.STANDARD,
          Capacity.STANDARD,
          new Pace(new Thinking.None(), Duration.ZERO, 12),
          new Manners(Strictness.LLAMA, Storm.NONE, List.of(), Faulting.STANDARD),
          new Memory(256, 32 << 20, InstantSource.system()));

  /**
   * Where it listens.
   *
   * @param port 0 takes a free one
   * @param tls the certificate to show; empty speaks plain HTTP
   * @param key what {@code Authorization: Bearer} has to say; empty takes anybody
   */
  public record Place(String host, int port, Optional<SelfSigned> tls, Optional<String> key) {
    public Place {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
      }
    }
  }

  /**
   * How fast it answers.
   *
   * @param gap between two pieces of a streamed reply; zero sends them at once
   * @param piece characters in one piece of a text
   */
  public record Pace(Thinking thinking, Duration gap, int piece) {
    public Pace {
      if (gap.isNegative() || piece < 1) {
        throw new IllegalArgumentException("expected gap >= 0 and piece >= 1");
      }
    }
  }

  /**
   * How it treats its clients.
   *
   * @param strictness what it refuses
   * @param storm what it refuses at random
   * @param mischief what else it does, and when
   * @param faulting how far the faults go
   */
  public record Manners(
      Strictness strictness, Storm storm, List<Chosen> mischief, Faulting faulting) {
    public Manners {
      mischief = List.copyOf(mischief);
    }
  }

  /**
   * What it remembers.
   *
   * @param keep bodies of the last so many requests
   * @param mostBytes of a request's body; more are refused
   */
  public record Memory(int keep, int mostBytes, InstantSource clock) {
    public Memory {
      if (keep < 0 || mostBytes < 1) {
        throw new IllegalArgumentException("expected keep >= 0 and most-bytes >= 1");
      }
    }
  }

  /** At this address. */
  public Settings host(String host) {
    return with(new Place(host, place.port, place.tls, place.key));
  }

  /** At this port. */
  public Settings port(int port) {
    return with(new Place(place.host, port, place.tls, place.key));
  }

  /** With this certificate. */
  public Settings tls(SelfSigned certificate) {
    return with(new Place(place.host, place.port, Optional.of(certificate), place.key));
  }

  /** For those who know this key. */
  public Settings key(String secret) {
    return with(new Place(place.host, place.port, place.tls, Optional.of(secret)));
  }

  /** With these models and this context. */
  public Settings serving(Served what) {
    return new Settings(place, what, capacity, pace, manners, memory);
  }

  /** With so many slots, and such a queue. */
  public Settings capacity(Capacity most) {
    return new Settings(place, served, most, pace, manners, memory);
  }

  /** Thinking so long. */
  public Settings thinking(Thinking time) {
    return with(new Pace(time, pace.gap, pace.piece));
  }

  /** Streaming with such pauses. */
  public Settings gap(Duration between) {
    return with(new Pace(pace.thinking, between, pace.piece));
  }

  /** Insisting on this. */
  public Settings strictness(Strictness what) {
    return with(new Manners(what, manners.storm, manners.mischief, manners.faulting));
  }

  /** Refusing at random. */
  public Settings storm(Storm refusals) {
    return with(new Manners(manners.strictness, refusals, manners.mischief, manners.faulting));
  }

  /** With faults like this. */
  public Settings faulting(Faulting how) {
    return with(new Manners(manners.strictness, manners.storm, manners.mischief, how));
  }

  /** Misbehaving like this with every request. */
  public Settings misbehaving(Mischief what) {
    return misbehaving(new Occasion.Always(), what);
  }

  /** Misbehaving like this on this occasion too. */
  public Settings misbehaving(Occasion when, Mischief what) {
    var more = new ArrayList<>(manners.mischief);
    more.add(new Chosen(when, what));
    return with(new Manners(manners.strictness, manners.storm, more, manners.faulting));
  }

  /** Keeping the bodies of so many requests. */
  public Settings keep(int bodies) {
    return with(new Memory(bodies, memory.mostBytes, memory.clock));
  }

  /** Refusing larger bodies. */
  public Settings mostBytes(int bytes) {
    return with(new Memory(memory.keep, bytes, memory.clock));
  }

  /** By this clock. */
  public Settings clock(InstantSource source) {
    return with(new Memory(memory.keep, memory.mostBytes, source));
  }

  private Settings with(Place other) {
    return new Settings(other, served, capacity, pace, manners, memory);
  }

  private Settings with(Pace other) {
    return new Settings(place, served, capacity, other, manners, memory);
  }

  private Settings with(Manners other) {
    return new Settings(place, served, capacity, pace, other, memory);
  }

  private Settings with(Memory other) {
    return new Settings(place, served, capacity, pace, manners, other);
  }
}
