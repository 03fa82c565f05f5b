package dev.swarm.loadtest.micro;

import dev.swarm.tools.text.SafeText;
import dev.swarm.tools.text.Sanitizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The choke point that all text takes, over 2 kB of a table and over 2 kB of a log with secrets.
 */
@State(Scope.Benchmark)
public class RedactionBenchmark {
  private final Sanitizer sanitizer = new Sanitizer();
  private final String table = CannedHost.fileSystems().text();
  private final String log =
      "Nov 20 10:00:00 host app[871]: connecting to postgres://app:s3cr3t-Pa55@db:5432/orders\n"
          .repeat(24);

  @Benchmark
  public SafeText table() {
    return sanitizer.clean(table);
  }

  @Benchmark
  public SafeText secrets() {
    return sanitizer.clean(log);
  }
}
