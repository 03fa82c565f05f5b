package dev.swarm.tools.host;

/** What reading a file gave. */
public sealed interface FileResult {
  record Content(Output output) implements FileResult {}

  record Failed(Failure why, String detail) implements FileResult {}
}
