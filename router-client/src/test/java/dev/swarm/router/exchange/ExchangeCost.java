package dev.swarm.router.exchange;

import com.sun.management.OperatingSystemMXBean;
import dev.swarm.router.endpoint.Attempt;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an exchange costs this side, with a server in a process of its own that answers at once and
 * keeps its connections. {@code server} prints where it listens; {@code URL EXCHANGES CALLERS} asks
 * there, and prints the processor time of this process for each exchange.
 */
final class ExchangeCost {
  private static final int WARM_UP = 5;

  private ExchangeCost() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("server")) {
      serve();
    } else {
      measure(
          URI.create(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }

  private static void serve() throws IOException, InterruptedException {
    var whole = Said.whole().getBytes(StandardCharsets.UTF_8);
    var streamed = Said.streamed().getBytes(StandardCharsets.UTF_8);
    var server =
        new RawServer(visit -> {
          while (true) {
            var request = visit.request();
            visit.send(request.contains("\"stream\":true") ? streamed : whole);
          }
        });
    System.out.println(server.url());
    Thread.currentThread().join();
  }

  private static void measure(URI url, int exchanges, int callers) throws Exception {
    var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (var asking = Asking.begin()) {
      for (var round = 0; round < WARM_UP; round++) {
        var cpu = process.getProcessCpuTime();
        var wall = System.nanoTime();
        ask(asking, url, exchanges, callers);
        var spent = process.getProcessCpuTime() - cpu;
        var took = System.nanoTime() - wall;
        System.out.printf(
            "%d exchanges, %d at once: %.0f µs of CPU each, %.0f a second%n",
            exchanges, callers, spent / 1e3 / exchanges, exchanges * 1e9 / took);
      }
    }
  }

  private static void ask(Asking asking, URI url, int exchanges, int callers)
      throws InterruptedException, ExecutionException {
    var endpoint = Asking.endpoint(url, Asking.PATIENT, Optional.empty());
    var all = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var caller = 0; caller < callers; caller++) {
        all.add(
            threads.submit(() -> {
              for (var i = 0; i < exchanges / callers; i++) {
                if (asking.ask(endpoint) instanceof Attempt.Bad bad) {
                  throw new IllegalStateException(bad.toString());
                }
              }
              return url;
            }));
      }
    }
    for (var one : all) {
      var _ = one.get();
    }
  }
}
