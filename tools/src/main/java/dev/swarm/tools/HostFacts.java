package dev.swarm.tools;

import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What expressions may know of the host itself; read once, at first use. */
final class HostFacts {
  private static final String CPUS = "/sys/devices/system/cpu/online";

  private final Host host;
  private final java.util.function.Supplier<Facts> scope;

  HostFacts(Host host) {
    this.host = host;
    this.scope = new Once<>(() -> Facts.of(read()));
  }

  Facts scope() {
    return scope.get();
  }

  private Map<String, Value> read() {
    var facts = new LinkedHashMap<String, Value>();
    facts.put("now", new Value.Moment(host.now()));
    facts.put("root", new Value.Flag(host.root()));
    switch (host.platform()) {
      case LINUX -> linux(facts);
      case MACOS -> macos(facts);
    }
    return facts;
  }

  private void linux(Map<String, Value> facts) {
    content(CPUS).flatMap(CpuList::count).ifPresent(n -> put(facts, "cores", n, Unit.NONE));
    content("/proc/meminfo")
        .flatMap(text -> text.lines().filter(line -> line.startsWith("MemTotal:")).findFirst())
        .flatMap(line -> number(line.replaceAll("[^0-9]", "")))
        .ifPresent(kib -> put(facts, "memory_total", kib * 1024, Unit.BYTES));
    content("/proc/sys/kernel/osrelease")
        .ifPresent(release -> facts.put("kernel", new Value.Text(release.strip())));
    content("/proc/uptime")
        .flatMap(text -> number(text.strip().split(" ")[0]))
        .ifPresent(seconds -> put(facts, "uptime", seconds, Unit.SECONDS));
  }

  private void macos(Map<String, Value> facts) {
    var argv = List.of("sysctl", "-n", "hw.logicalcpu", "hw.memsize");
    var command = new Command(argv, 1, Duration.ofSeconds(2), 4096, Set.of());
    if (host.run(command) instanceof CommandResult.Exited(_, var stdout, _, _)) {
      var lines = stdout.text().lines().toList();
      if (lines.size() >= 2) {
        number(lines.get(0)).ifPresent(n -> put(facts, "cores", n, Unit.NONE));
        number(lines.get(1)).ifPresent(n -> put(facts, "memory_total", n, Unit.BYTES));
      }
    }
  }

  private Optional<String> content(String path) {
    return host.read(Path.of(path), 1) instanceof FileResult.Content(var output)
        ? Optional.of(output.text())
        : Optional.empty();
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static void put(Map<String, Value> facts, String name, double number, Unit unit) {
    facts.put(name, new Value.Quantity(number, unit));
  }
}
