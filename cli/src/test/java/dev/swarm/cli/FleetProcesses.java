package dev.swarm.cli;

import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A fleet on loopback: agents and coordinators that stay in processes of their own, each with a
 * home of its own, and an operator who gives commands. Closing ends them all.
 */
public final class FleetProcesses implements AutoCloseable {
  private static final int START_SECONDS = 90;
  private static final String READY = " listens at ";

  private final Path folder;
  private final AuthorityKey authority;
  private final Map<String, Process> processes = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Ports taken = new Ports();

  /** Pairs of ports that are free: of a member, and of its bus. */
  private static final class Ports {
    private int next = 18_000 + (int) (ProcessHandle.current().pid() % 400) * 20;

    int pair() throws IOException {
      for (; next < 40_000; next += 2) {
        if (free(next) && free(next + 1)) {
          next += 2;
          return next - 2;
        }
      }
      throw new IOException("no two ports are free");
    }

    private static boolean free(int port) {
      try (var socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }

  public FleetProcesses(Path folder) {
    this(folder, AuthorityKey.make("loopback", Instant.now()));
  }

  FleetProcesses(Path folder, AuthorityKey authority) {
    this.folder = folder;
    this.authority = authority;
  }

  AuthorityKey authority() {
    return authority;
  }

  /** Starts the agent of {@code name}, and waits until it listens. */
  public Process agent(String name, String... more) throws Exception {
    return listening(name, startAgent(name, more));
  }

  Process startAgent(String name, String... more) throws Exception {
    return start(name, "agent", key(name, Role.NODE), more);
  }

  /** Starts a coordinator that stays, and waits until it listens. */
  public Process serve(String name, String... more) throws Exception {
    var words = more.length == 0 ? new String[] {"--no-http"} : more;
    return listening(name, start(name, "serve", key(name, Role.COORDINATOR), words));
  }

  /** Ends a process as a power cut does. */
  public void kill(String name) {
    var process = process(name);
    process.destroyForcibly();
    process.onExit().join();
    var _ = processes.remove(name);
  }

  /** Starts a coordinator that was killed once more, in its place, and waits until it listens. */
  public Process again(String name, String... more) throws Exception {
    Files.writeString(log(name), "");
    return serve(name, more);
  }

  private Process start(String name, String word, Path key, String... more) throws Exception {
    int port = ports.containsKey(name) ? ports.get(name) : taken.pair();
    var line = new ArrayList<>(List.of(word, "--key", key.toString()));
    line.addAll(List.of("--listen", "127.0.0.1:" + port));
    line.addAll(door());
    line.addAll(List.of(more));
    ports.put(name, port);
    var process = swarm(name).start(Map.of(), log(name), line.toArray(String[]::new));
    var _ = processes.putIfAbsent(name, process);
    return process;
  }

  /** The key of {@code name}, made once. */
  Path key(String name, Role role) throws IOException {
    return key(authority, name, role);
  }

  /** A key of any authority. */
  Path key(AuthorityKey of, String name, Role role) throws IOException {
    var file = home(name).resolve("swarm.key");
    if (!Files.exists(file)) {
      new KeyFile(file)
          .write(of.issue(role, name, Duration.ofDays(365), Instant.now(), Optional.empty()));
    }
    return file;
  }

  private Process listening(String name, Process process) throws Exception {
    said(name, READY);
    return process;
  }

  /** Waits until the process of {@code name} has said something on stderr. */
  void said(String name, String text) throws Exception {
    var process = processes.get(name);
    for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        System.nanoTime() < until; ) {
      if (log(name, text)) {
        return;
      }
      if (process != null && process.waitFor(50, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    if (!log(name, text)) {
      throw new AssertionError(name + " never said '" + text + "': " + logged(name));
    }
  }

  private boolean log(String name, String text) throws IOException {
    return logged(name).contains(text);
  }

  public String logged(String name) throws IOException {
    return Files.exists(log(name)) ? Files.readString(log(name)) : "";
  }

  Process process(String name) {
    return Objects.requireNonNull(processes.get(name), name);
  }

  /** Where it listens. */
  String address(String name) {
    return "127.0.0.1:" + Objects.requireNonNull(ports.get(name), name);
  }

  /** A command of the operator's, to its end. */
  SwarmProcess.Ran command(String... words) throws Exception {
    return SwarmProcess.finish(begin(words));
  }

  /** A command of the operator's. */
  Process begin(String... words) throws Exception {
    return begin(Map.of(), words);
  }

  Process begin(Map<String, String> environment, String... words) throws Exception {
    var line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--key", key("boss", Role.COORDINATOR).toString()));
    line.addAll(door());
    return swarm("boss").start(environment, line.toArray(String[]::new));
  }

  /** Everybody knocks at the first that was started. */
  private List<String> door() {
    return ports.isEmpty()
        ? List.of("--join", "127.0.0.1:1")
        : List.of("--join", "127.0.0.1:" + ports.values().iterator().next());
  }

  public Path home(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private SwarmProcess swarm(String name) throws IOException {
    return new SwarmProcess(home(name));
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroyForcibly);
    processes.values().forEach(process -> process.onExit().join());
  }
}
