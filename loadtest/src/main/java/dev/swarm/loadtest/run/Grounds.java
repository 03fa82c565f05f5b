package dev.swarm.loadtest.run;

import dev.swarm.bus.Seal;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.Ports;
import dev.swarm.loadtest.fleet.Keys;
import dev.swarm.loadtest.fleet.Leader;
import dev.swarm.loadtest.fleet.LoadNodes;
import dev.swarm.loadtest.fleet.LoadRouter;
import dev.swarm.loadtest.fleet.RouterCount;
import dev.swarm.loadtest.net.Cabling;
import dev.swarm.loadtest.process.Child;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.loadtest.work.Task;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The fleet of a load test: a router, a coordinator in this process, and agents in processes of
 * their own, on the loopback, or on a network of their own if that can be cut. Whatever was begun
 * is taken down by {@link #close}.
 */
final class Grounds implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int FIRST_PORT = 21_000;
  private static final int LAST_PORT = 32_000;
  private static final int SPREAD = 100;
  private static final int MEETING_POINTS = 4;
  private static final int ROUTER_HEAP = 256;
  private static final int AGENT_HEAP = 64;
  private static final int HEAP_PER_AGENT = 2;

  /** Tools, which every call of every task is one of, that take a MiB. */
  private static final int TOOLS_PER_MEBIBYTE = 50;

  private final Scenario scenario;
  private final Folders folders;
  private final Keys keys;
  private final List<Integer> ports;
  private final Optional<Cabling> cabling;
  private final List<Child> agents = new ArrayList<>();
  private volatile Optional<Child> router = Optional.empty();
  private Optional<Leader> leader = Optional.empty();
  private String url = "";
  private String model = "scripted";

  Grounds(Scenario scenario, Folders folders) {
    this.scenario = scenario;
    this.folders = folders;
    this.keys = new Keys(folders.work().resolve("keys"));
    this.ports = ports(scenario.processes() + 1);
    this.cabling = scenario.faults().cutEvery().flatMap(_ -> Cabling.here());
  }

  /**
   * Brings it all up; blocks until every agent listens.
   *
   * @throws IOException saying which process did not come up, and why
   */
  void raise(Brains brains, InstantSource steady, UnaryOperator<Seal> meter)
      throws IOException, ClusterException, TimeoutException {
    keys.make(scenario.nodes(), scenario.processes());
    think(brains);
    lead(steady, meter);
    populate();
  }

  private void think(Brains brains) throws IOException {
    switch (brains) {
      case Brains.Real(var there, var name) -> {
        url = there.toString();
        model = name;
      }
      case Brains.Scripted _ -> {
        var arguments = new ArrayList<>(work());
        arguments.add("slots=" + scenario.slots());
        arguments.add("errors=" + scenario.faults().routerErrors());
        arguments.add("host=" + hub());
        var child =
            Child.start(
                "router", LoadRouter.class, ROUTER_HEAP, folders.work(), arguments, here -> here);
        router = Optional.of(child);
        url = child.line();
      }
    }
  }

  private void lead(InstantSource steady, UnaryOperator<Seal> meter)
      throws ClusterException, TimeoutException {
    leader =
        Optional.of(
            Leader.start(
                new Leader.Parts(
                    keys,
                    folders.work().resolve("store"),
                    new HostPort(hub(), ports.getFirst()),
                    members(),
                    scenario.slots(),
                    scenario.concurrency(),
                    steady,
                    meter)));
  }

  private void populate() throws IOException {
    for (int process = 1; process <= scenario.processes(); process++) {
      if (cabling.isPresent()) {
        cabling.get().lay(process);
      }
      var child = agents(process);
      synchronized (agents) {
        agents.add(child);
      }
    }
    for (var child : agents()) {
      var _ = child.line();
    }
  }

  private Child agents(int process) throws IOException {
    int before = (process - 1) * scenario.nodes() / scenario.processes();
    int last = process * scenario.nodes() / scenario.processes();
    var arguments = new ArrayList<>(work());
    arguments.addAll(
        List.of(
            "keys=" + keys.folder(),
            "state=" + folders.nodes(),
            "process=" + process,
            "first=" + (before + 1),
            "last=" + last,
            "at=" + new HostPort(address(process), ports.get(process)),
            "members=" + members().getFirst(),
            "router=" + url,
            "model=" + model,
            "mind=" + scenario.mind().id(),
            "warm-up=" + scenario.warmUp(),
            "capacity=" + scenario.capacity(),
            "sandbox=" + (scenario.sandbox() ? "on" : "off")));
    int heap =
        AGENT_HEAP
            + HEAP_PER_AGENT * (last - before - 1)
            + tools(before + 1, last) / TOOLS_PER_MEBIBYTE;
    return Child.start(
        "agents-" + process,
        LoadNodes.class,
        heap,
        folders.work(),
        arguments,
        command -> cabling.map(cables -> cables.on(process, command)).orElse(command));
  }

  private int tools(int first, int last) {
    var workload = scenario.workload();
    return IntStream.rangeClosed(first, last)
        .flatMap(node -> workload.tasks(node).stream().mapToInt(Task::calls))
        .sum();
  }

  private List<String> work() {
    return List.of(
        "nodes=" + scenario.nodes(),
        "tasks=" + scenario.tasks() / scenario.nodes(),
        "rounds=" + scenario.rounds().text(),
        "think=" + scenario.think().text(),
        "seed=" + scenario.seed());
  }

  /** Where the coordinator, should it have to join anew, looks for the others; they look for it. */
  private List<HostPort> members() {
    return IntStream.range(0, Math.min(MEETING_POINTS, ports.size()))
        .mapToObj(process -> new HostPort(address(process), ports.get(process)))
        .toList();
  }

  /** Where a process of agents is reached; the coordinator is process 0. */
  private String address(int process) {
    return process == 0 ? hub() : cabling.map(one -> one.address(process)).orElse(LOOPBACK);
  }

  private String hub() {
    return cabling.isPresent() ? Cabling.hubAddress() : LOOPBACK;
  }

  /** Pairs of ports: one for a member of the cluster, the next for its bus. */
  private static List<Integer> ports(int count) {
    var ports = new ArrayList<Integer>();
    int from = FIRST_PORT + (int) (ProcessHandle.current().pid() % SPREAD) * SPREAD;
    while (ports.size() < count) {
      int port =
          new Ports(from, LAST_PORT)
              .free(InetAddress.getLoopbackAddress())
              .orElseThrow(() ->
                  new IllegalStateException(
                      "could not find a free port between " + FIRST_PORT + " and " + LAST_PORT));
      ports.add(port);
      from = port + 2;
    }
    return ports;
  }

  Leader leader() {
    return leader.orElseThrow();
  }

  /** The scripted router. */
  Optional<Child> router() {
    return router;
  }

  /** What the scripted router has seen; blocks. */
  Optional<RouterCount> routerCount() throws IOException {
    return router.isEmpty()
        ? Optional.empty()
        : Optional.of(Wire.decode(router.get().ask(), RouterCount.class));
  }

  /** Processes of agents, from the first. */
  List<Child> agents() {
    synchronized (agents) {
      return List.copyOf(agents);
    }
  }

  /** The cables to the processes of agents, where any can be cut. */
  Optional<Cabling> cabling() {
    return cabling;
  }

  /** Starts the process at {@code place} again, after it was killed; blocks until it listens. */
  void again(int place) throws IOException {
    var child = agents(place + 1);
    synchronized (agents) {
      agents.set(place, child).close();
    }
    var _ = child.line();
  }

  /** Nobody waits for it any more: processes are told to end, whether they are up or not. */
  void abandon() {
    agents().forEach(Child::release);
    router.ifPresent(Child::release);
  }

  @Override
  public void close() {
    var all = agents();
    abandon();
    leader.ifPresent(Leader::close);
    all.forEach(Child::close);
    router.ifPresent(Child::close);
  }
}
