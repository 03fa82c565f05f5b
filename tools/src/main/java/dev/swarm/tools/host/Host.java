package dev.swarm.tools.host;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One machine, as tools see it: run this argv, read this file or directory, what time is it.
 *
 * <p>Calls block and may come from many virtual threads at once. None of them throws for anything
 * the machine does: an absent file, a refused one or a command that hangs is a value.
 */
public interface Host {
  Platform platform();

  /** The host name, as the machine itself gives it. */
  String name();

  /** Whether commands run with uid 0. */
  boolean root();

  /** The machine's wall clock; a recording answers with the time of the recording. */
  Instant now();

  /** Waits between two samples; a recording returns at once. */
  void pause(java.time.Duration interval);

  CommandResult run(Command command);

  /** Why the program cannot be started by that name; empty if it can, or where nobody knows. */
  java.util.Optional<Failure> missing(String program);

  /** Reads a whole file, up to the implementation's cap of 4 MiB. */
  FileResult read(Path file, int sample);

  /** Lists a directory, entries in name order. */
  DirectoryResult list(Path directory);
}
