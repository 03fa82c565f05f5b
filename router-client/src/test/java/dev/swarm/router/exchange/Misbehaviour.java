package dev.swarm.router.exchange;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Clocks;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something a server does that none should.
 *
 * @param allowed how an attempt at it may end; more than one where the network decides
 */
record Misbehaviour(
    String name, Set<Kind> allowed, Spoken spoken, Clocks clocks, RawServer.Script script) {

  /** What the client believes to speak, and what the server really does. */
  enum Spoken {
    HTTP,
    /** The client speaks TLS; the script gets bytes. */
    TLS_ON_PLAIN,
    /** Both do, with a certificate of the server's own. */
    SELF_SIGNED,
    /** The same, and the certificate has expired. */
    EXPIRED
  }

  static Misbehaviour of(String name, Kind kind, RawServer.Script script) {
    return new Misbehaviour(name, EnumSet.of(kind), Spoken.HTTP, Asking.CLOCKS, script);
  }

  /** One that begins when the request has been read. */
  static Misbehaviour asked(String name, Kind kind, RawServer.Script answer) {
    return of(
        name,
        kind,
        visit -> {
          var _ = visit.request();
          answer.serve(visit);
        });
  }

  static Misbehaviour secure(String name, Kind kind, Spoken spoken, RawServer.Script script) {
    return new Misbehaviour(name, EnumSet.of(kind), spoken, Asking.CLOCKS, script);
  }

  /** It is not a clock that ends it, however slow the machine is. */
  Misbehaviour whateverTheTime() {
    return new Misbehaviour(name, allowed, spoken, Asking.PATIENT, script);
  }

  Misbehaviour or(Kind other) {
    var both = EnumSet.copyOf(allowed);
    both.add(other);
    return new Misbehaviour(name, both, spoken, clocks, script);
  }

  @Override
  public String toString() {
    return name;
  }
}
