package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Mischief.Chosen;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scripted router is like.
 *
 * @param host the address to listen at
 * @param port 0 takes a free one
 * @param tls the certificate to show; empty speaks plain HTTP
 * @param key what {@code Authorization: Bearer} has to say; empty takes anybody
 * @param gap between two pieces of a streamed reply; zero sends them at once
 * @param piece characters in one piece of a text
 * @param strictness what it refuses
 * @param storm what it refuses at random
 * @param mischief what else it does, and when
 * @param faulting how far the faults go
 * @param keep bodies of the last so many requests
 * @param mostBytes of a request's body
 */
public record Settings(
    String host,
    int port,
    Optional<SelfSigned> tls,
    Optional<String> key,
    Served served,
    Capacity capacity,
    Thinking thinking,
    Duration gap,
    int piece,
    Strictness strictness,
    Storm storm,
    List<Chosen> mischief,
    Faulting faulting,
    int keep,
    int mostBytes,
    InstantSource clock) {

  /** Everything works, at once, on a free port of the loopback. */
  public static final Settings STANDARD =
      new Settings(
          "127.0.0.1",
          0,
          Optional.empty(),
          Optional.empty(),
          Served.STANDARD,
          Capacity.STANDARD,
          new Thinking.None(),
          Duration.ZERO,
          12,
          Strictness.LLAMA,
          Storm.NONE,
          List.of(),
          Faulting.STANDARD,
          256,
          32 << 20,
          InstantSource.system());

  public Settings {
    mischief = List.copyOf(mischief);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
    if (gap.isNegative() || piece < 1 || keep < 0 || mostBytes < 1) {
      throw new IllegalArgumentException(
          "expected gap >= 0, piece >= 1, keep >= 0 and most-bytes >= 1");
    }
  }

  /** At this port. */
  public Settings port(int at) {
    return new Settings(
        host,
        at,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** At this address. */
  public Settings host(String at) {
    return new Settings(
        at,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** With this certificate. */
  public Settings tls(SelfSigned certificate) {
    return new Settings(
        host,
        port,
        Optional.of(certificate),
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** For those who know this key. */
  public Settings key(String secret) {
    return new Settings(
        host,
        port,
        tls,
        Optional.of(secret),
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** With these models and this context. */
  public Settings serving(Served what) {
    return new Settings(
        host,
        port,
        tls,
        key,
        what,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** With so many slots, and such a queue. */
  public Settings capacity(Capacity most) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        most,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** Thinking so long. */
  public Settings thinking(Thinking time) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        time,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** Streaming at this pace. */
  public Settings gap(Duration between) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        between,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** Insisting on this. */
  public Settings strictness(Strictness what) {
    return new Settings(
        host, port, tls, key, served, capacity, thinking, gap, piece, what, storm, mischief,
        faulting, keep, mostBytes, clock);
  }

  /** Refusing at random. */
  public Settings storm(Storm refusals) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        refusals,
        mischief,
        faulting,
        keep,
        mostBytes,
        clock);
  }

  /** With faults like this. */
  public Settings faulting(Faulting how) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        how,
        keep,
        mostBytes,
        clock);
  }

  /** Keeping the bodies of so many requests. */
  public Settings keep(int bodies) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        bodies,
        mostBytes,
        clock);
  }

  /** Refusing larger bodies. */
  public Settings mostBytes(int bytes) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        bytes,
        clock);
  }

  /** By this clock. */
  public Settings clock(InstantSource source) {
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        mischief,
        faulting,
        keep,
        mostBytes,
        source);
  }

  /** Misbehaving like this with every request. */
  public Settings misbehaving(Mischief what) {
    return misbehaving(new Occasion.Always(), what);
  }

  /** Misbehaving like this on this occasion too. */
  public Settings misbehaving(Occasion when, Mischief what) {
    var more = new ArrayList<>(mischief);
    more.add(new Chosen(when, what));
    return new Settings(
        host,
        port,
        tls,
        key,
        served,
        capacity,
        thinking,
        gap,
        piece,
        strictness,
        storm,
        more,
        faulting,
        keep,
        mostBytes,
        clock);
  }
}
