package dev.swarm.tools.process;

import java.util.Optional;
import java.util.function.LongConsumer;

/** A process that the JDK waits for. */
record JdkChild(Process process) implements Child {
  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public void terminate() {
    process.destroy();
  }

  @Override
  public void kill() {
    Process _ = process.destroyForcibly();
  }

  @Override
  public void ifThere(LongConsumer use) {
    if (process.isAlive()) {
      use.accept(process.pid());
    }
  }

  @Override
  public Optional<ProcessHandle> handle() {
    return Optional.of(process.toHandle()).filter(ProcessHandle::isAlive);
  }
}
