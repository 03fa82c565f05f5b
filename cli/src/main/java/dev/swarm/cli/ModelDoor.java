package dev.swarm.cli;

import dev.swarm.agent.Investigator;
import dev.swarm.agent.Leaders;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.lease.FleetPermits;
import dev.swarm.agent.lease.Later;
import dev.swarm.agent.lease.LeasedSlots;
import dev.swarm.agent.router.Bounds;
import dev.swarm.agent.router.Names;
import dev.swarm.agent.router.RouterMinds;
import dev.swarm.bus.Door;
import dev.swarm.coordinator.http.RouterView;
import dev.swarm.coordinator.lease.Loan;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.EndpointState;
import dev.swarm.router.endpoint.Endpoints;
import dev.swarm.router.endpoint.FleetSlots;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.permit.LocalPermits;
import dev.swarm.router.permit.Permits;
import dev.swarm.router.waiting.Bells;
import dev.swarm.tools.Toolbox;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The models of a station behind one door; opened only where a router is configured, so that an
 * audit without one loads nothing of this.
 */
final class ModelDoor implements AutoCloseable {
  private final RouterWire wire;
  private final List<Endpoint> routers;
  private final Endpoints endpoints;
  private final RouterMinds minds;
  private final Permits permits;
  private final UnaryOperator<Investigator> counting;

  private ModelDoor(
      RouterWire wire,
      Acquaintance acquaintance,
      Settings settings,
      FleetSlots slots,
      UnaryOperator<Investigator> counting,
      Permits permits) {
    this.wire = wire;
    this.counting = counting;
    this.routers = settings.routers();
    this.permits = permits;
    endpoints = new Endpoints(routers, acquaintance.doors(), slots);
    acquaintance.onLearned(endpoints::known);
    acquaintance.begin();
    minds =
        new RouterMinds(
            endpoints,
            () -> names(acquaintance.met()),
            () -> bounds(acquaintance.met()),
            wire.clock());
  }

  /** Opens it on {@code vertx}, which it does not close. Asks nobody anything yet. */
  static ModelDoor open(Vertx vertx, Settings settings, FoundKeys keys) {
    var wire = RouterWire.on(vertx, keys);
    var permits = new LocalPermits(limits(settings), Bells.real(), wire.clock());
    var acquaintance = Acquaintance.made(wire, settings.routers());
    return new ModelDoor(wire, acquaintance, settings, FleetSlots.OWN, alone -> alone, permits);
  }

  /**
   * The same on a node of a fleet, which shares the routers' slots and the permits; what its
   * routers serve it asks them, whenever they can be had.
   */
  static ModelDoor shared(
      Vertx vertx, Settings settings, FoundKeys keys, Door door, Leaders leaders) {
    var wire = RouterWire.on(vertx, keys);
    var later = Later.of(vertx);
    var slots = new LeasedSlots(door, leaders::lender, later, wire.clock());
    var permits = new FleetPermits(door, leaders::of, Bells.real(), later, wire.clock());
    var acquaintance = Acquaintance.toBeMade(wire, settings.routers());
    return new ModelDoor(wire, acquaintance, settings, slots, slots::serving, permits);
  }

  /** The same investigator, known to whoever shares the routers' slots out. */
  Investigator counted(Investigator investigator) {
    return counting.apply(investigator);
  }

  /** Where its models are served, and how busy each is with what this process asks. */
  List<RouterView> routers() {
    var states =
        endpoints.states().stream().collect(Collectors.toMap(EndpointState::name, one -> one));
    return routers.stream()
        .map(one ->
            FleetRouters.view(
                one, Optional.ofNullable(states.get(one.name())).map(ModelDoor::loan)))
        .toList();
  }

  private static Loan loan(EndpointState state) {
    return new Loan(state.name(), state.limit(), state.inFlight(), state.queued());
  }

  /** How much the frontier tier may be used. */
  static Limits limits(Settings settings) {
    return settings.escalation().orElse(EscalationReader.STANDARD);
  }

  /** A mind for one subtask: {@code first}, and after it a model. */
  Mind after(Mind first, Toolbox toolbox, Checks checks, Offer offer, Consumer<Event> events) {
    var subtask = offer.subtask();
    return minds.after(
        first,
        toolbox,
        checks,
        subtask,
        new PermittedLeave(permits, subtask),
        subtask.question(),
        events);
  }

  @Override
  public void close() {
    wire.close();
  }

  private static Names names(List<Endpoint> routers) {
    return new Names(
        of(Tier.LOCAL, routers).map(ModelNames::named).orElse(""),
        of(Tier.FRONTIER, routers).map(ModelNames::named));
  }

  private static Optional<Endpoint> of(Tier tier, List<Endpoint> routers) {
    return routers.stream().filter(one -> one.tier() == tier).findFirst();
  }

  /** A conversation has to fit into the smallest of the contexts that are known. */
  private static Bounds bounds(List<Endpoint> routers) {
    var smallest =
        routers.stream()
            .filter(one -> one.tier() == Tier.LOCAL)
            .flatMapToInt(one -> one.context().stream())
            .min();
    return smallest.isPresent() ? Bounds.STANDARD.within(smallest.getAsInt()) : Bounds.STANDARD;
  }
}
