package dev.swarm.agent.log;

import dev.swarm.agent.Order;
import dev.swarm.agent.chain.ChainedLog;
import dev.swarm.agent.chain.Chains;
import dev.swarm.agent.chain.Keeping;
import dev.swarm.agent.chain.Signer;
import dev.swarm.agent.chain.StorageException;
import dev.swarm.agent.chain.Verification;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Wire;
import dev.swarm.tools.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The chain in which an agent writes down what it does on its machine. Any thread. */
public final class CommandLog {
  /** Some 200,000 programs to a file; nine files at most. */
  public static final Keeping STANDARD = new Keeping(64L << 20, 8);

  private final ChainedLog chain;
  private final InstantSource wall;
  private final AtomicLong calls = new AtomicLong();

  private CommandLog(ChainedLog chain, InstantSource wall) {
    this.chain = chain;
    this.wall = wall;
  }

  /**
   * Opens the log whose current file is {@code file}, and makes it if it is missing; blocks.
   *
   * @param version of swarm
   * @param signer signs how far the log goes, so that a cut shows
   * @param wall the machine's clock
   * @throws StorageException if it cannot be written
   */
  public static CommandLog open(
      Path file, Keeping keeping, Signer signer, String version, InstantSource wall) {
    try {
      var opened = Chains.open(file, keeping, signer);
      var log = new CommandLog(opened.log(), wall);
      var pid = ProcessHandle.current().pid();
      log.write(new Logged.Opened(wall.instant(), pid, version, opened.torn()));
      return log;
    } catch (IOException e) {
      throw new StorageException("could not open the command log " + file + ": " + e, e);
    }
  }

  /**
   * Looks over the whole log whose current file is {@code file}; blocks, and changes nothing.
   *
   * @param check of the node's key; without it, where the log says that it ends is believed
   */
  public static Verification verify(Path file, Optional<Signer.Check> check) throws IOException {
    return Verification.of(file, check);
  }

  /**
   * Reads the whole log, oldest line first, damaged or not.
   *
   * @param lines hears each that can still be read
   */
  public static void show(Path file, Consumer<Logged> lines) throws IOException {
    Chains.readAll(file, body -> decoded(body).ifPresent(lines));
  }

  private static Optional<Logged> decoded(String body) {
    try {
      return Optional.of(Wire.decode(body, Logged.class));
    } catch (MalformedMessageException _) {
      return Optional.empty(); // it is looked over by verify, which says so
    }
  }

  /** What is done to work {@code order}. */
  public OrderLog of(Order order) {
    return new OrderLog(this, Commission.of(order));
  }

  /** {@code host}, for what the agent does of its own accord. */
  public Host own(Host host) {
    return new LoggedHost(host, this, Optional.empty());
  }

  /** Writes that a message was turned away; does not wait until that is on disk. */
  public void turned(Turned turned) {
    tell(
        new Logged.TurnedAway(
            wall.instant(), turned.address(), turned.type(), turned.why().id(), turned.detail()));
  }

  /** Why nothing can be written at the moment: then no program starts. Empty if it can. */
  public Optional<String> trouble() {
    chain.mend();
    return chain.trouble();
  }

  /** Writes what is still to be written, and ends; blocks for as long. */
  public void close() {
    chain.close();
  }

  InstantSource wall() {
    return wall;
  }

  long nextCall() {
    return calls.incrementAndGet();
  }

  /**
   * Returns when it is on disk.
   *
   * @throws StorageException if it could not be written
   */
  void write(Logged logged) {
    try {
      var _ = chain.append(List.of(Wire.encode(logged))).join();
    } catch (CompletionException e) {
      throw new StorageException(String.valueOf(e.getCause().getMessage()), e);
    }
  }

  /** Does not wait; what cannot be written is told by {@link #trouble}. */
  void tell(Logged logged) {
    var _ = chain.append(List.of(Wire.encode(logged)));
  }
}
