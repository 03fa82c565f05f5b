package dev.swarm.tools.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Starts programs as Java does, wherever it runs.
 *
 * @param threads take two for each program
 * @param detaching whether each gets a session of its own, which a sandbox makes by itself
 */
record JdkStarter(Executor threads, boolean detaching) implements Starter {
  /** Of util-linux; takes the controlling terminal away and adds no process. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  @Override
  public Running start(Launch launch) {
    ProcessBuilder builder = new ProcessBuilder(arguments(launch));
    builder.directory(launch.workDirectory().toFile()).redirectInput(new File("/dev/null"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(launch.environment());
    return JdkRunning.start(builder, launch, threads);
  }

  private List<String> arguments(Launch launch) {
    if (!detaching || !Files.isExecutable(SETSID)) {
      return launch.argv();
    }
    List<String> detached = new ArrayList<>(launch.argv().size() + 1);
    detached.add(SETSID.toString());
    detached.addAll(launch.argv());
    return detached;
  }
}
