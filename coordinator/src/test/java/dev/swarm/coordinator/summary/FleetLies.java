package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Citations;
import dev.swarm.coordinator.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a model might write about twelve nodes: true sentences, and hundreds that are not. */
final class FleetLies {
  private static final List<String> STRANGERS =
      List.of(
          "zeus",
          "atlas",
          "Atlas",
          "web-9",
          "web-12",
          "web-7",
          "web-8",
          "db-1",
          "db-2",
          "db-3",
          "db-7",
          "nginx",
          "postgres",
          "Redis",
          "/home",
          "/tmp",
          "/dev/sda",
          "backup.service",
          "10.0.0.7",
          "host-a.example.org",
          "Kubernetes",
          "qwen3:8b",
          "smartctl2",
          "rack r7");

  private final String space;
  private final String clock;
  private final String kernel;
  private final String version;
  private final String tools;
  private final List<String> ids;

  FleetLies(Report report) {
    this.space = id(report, "storage.space");
    this.clock = id(report, "fleet.clock");
    this.kernel = id(report, "fleet.kernel");
    this.version = id(report, "fleet.version");
    this.tools = id(report, "fleet.tools");
    this.ids = List.of(space, clock, kernel, version, tools);
  }

  private static String id(Report report, String check) {
    return report.findings().stream()
        .filter(finding -> finding.check().filter(id -> id.value().equals(check)).isPresent())
        .map(Citations.of(report)::id)
        .findFirst()
        .orElseThrow();
  }

  List<String> truths() {
    return List.of(
        cited("The worst is that /var is 98 % full on web-1", space),
        cited("/var is 98 % full, on 6 of 12 nodes (web-[1-6])", space),
        cited("/var is full on 6 nodes", space),
        cited("On web-6, /var is 93 % full", space),
        cited("Several nodes have little left on /var and need attention", space),
        cited("The clock of web-3 is 612.4 s ahead of the median of 11 peers", clock),
        cited("The most urgent is the clock of web-3", clock),
        cited(
            "The kernel on web-4 is 6.1.0-18-amd64, on 6 of 7 peers it is 6.1.0-20-amd64", kernel),
        cited("web-7 has version 0.0.9 of swarm while its peers have 0.1.0", version),
        cited("1 tool is missing on web-6: smart", tools),
        "/var is 98 % full on web-1, and the clock of web-3 is 612.4 s ahead ["
            + space
            + ", "
            + clock
            + "]");
  }

  List<String> lies() {
    return Stream.of(numbers(), names(), counts(), states(), foreignIds(), mixtures(), disguises())
        .flatMap(List::stream)
        .toList();
  }

  private List<String> numbers() {
    var lies = new ArrayList<String>();
    IntStream.rangeClosed(0, 100)
        .filter(percent -> percent != 98)
        .forEach(percent -> lies.add(cited("/var is " + percent + " % full on web-1", space)));
    for (String number : List.of("61.2 s", "612.4 min", "612 s", "613 s", "5 s", "612.4 ms")) {
      lies.add(cited("The clock of web-3 is " + number + " ahead", clock));
    }
    for (String kernelName : List.of("6.1.0-19-amd64", "5.10.0-18-amd64", "6.1", "6.12.1")) {
      lies.add(cited("The kernel on web-4 is " + kernelName, kernel));
    }
    return lies;
  }

  private List<String> names() {
    return STRANGERS.stream()
        .flatMap(name ->
            Stream.of(
                cited("/var is 98 % full on " + name, space),
                cited(name + " needs attention", space),
                cited("The clock of " + name + " is 612.4 s ahead", clock)))
        .toList();
  }

  private List<String> counts() {
    var lies = new ArrayList<String>();
    IntStream.rangeClosed(1, 12)
        .filter(count -> count != 6)
        .forEach(count -> lies.add(cited("/var is full on " + count + " of 12 nodes", space)));
    IntStream.rangeClosed(7, 15)
        .filter(count -> count != 12)
        .forEach(count -> lies.add(cited("/var is full on 6 of " + count + " nodes", space)));
    List.of("All nodes have /var full", "Most nodes have /var full", "Every node has /var full")
        .forEach(lie -> lies.add(cited(lie, space)));
    List.of("Seven nodes have /var full", "Two nodes have /var full", "98 nodes have /var full")
        .forEach(lie -> lies.add(cited(lie, space)));
    List.of("Several nodes have a clock ahead", "Many clocks are ahead", "All clocks are ahead")
        .forEach(lie -> lies.add(cited(lie, clock)));
    return lies;
  }

  private List<String> states() {
    return Stream.of(
            "web-1 has crashed",
            "web-1 was hacked",
            "/var is full because of old logs",
            "/var is full since yesterday",
            "/var fills up with core dumps",
            "The backup of web-1 failed",
            "web-1 is fine",
            "Nothing is wrong with /var",
            "/var is not full",
            "/var is healthy on web-1",
            "The memory of web-1 is full",
            "web-1 is down",
            "A disk of web-1 is broken",
            "The network of web-1 is slow",
            "web-1 lost its database",
            "web-1 will be out of space in hours",
            "Somebody logged in on web-1",
            "/var is empty")
        .map(lie -> cited(lie, space))
        .toList();
  }

  /** True sentences under ids that do not bear them, that nobody has, or under none. */
  private List<String> foreignIds() {
    var lies = new ArrayList<String>();
    for (String truth : truths().subList(0, 10)) {
      var text = truth.substring(0, truth.lastIndexOf(" ["));
      lies.add(text + ".");
      lies.add(cited(text, "deadbeef"));
      lies.add(cited(text, "storage.space"));
      ids.stream().filter(id -> !truth.contains(id)).forEach(id -> lies.add(cited(text, id)));
    }
    return lies;
  }

  /** Each part is true of something. */
  private List<String> mixtures() {
    var both = space + ", " + clock;
    return List.of(
        cited("/var is 93 % full on web-1", space),
        cited("/var is 98 % full on web-6", space),
        cited("/var is 98 % full on web-1 and web-2", space),
        cited("The clock of web-1 is 612.4 s ahead", both),
        cited("/var is 612.4 s ahead on web-3", both),
        cited("The clock of web-3 is 98 % full", both),
        cited("/var is 98 % full on web-3, and the clock of web-1 is 612.4 s ahead", both),
        cited("The kernel on web-4 is critical", kernel),
        cited("The worst is the kernel on web-4", kernel));
  }

  private List<String> disguises() {
    return List.of(
        cited("/var is 9\u200b8 % full on web-1", space),
        cited("/var is ９９ % full on web-1", space),
        cited("/var is ninety-nine % full on web-1", space),
        cited("/var is x99% full on web-1", space),
        cited("/v\u0430r is full on web-1", space),
        cited("/var is full, see `backups`", space),
        cited("/var is \u202elluf on web-1", space),
        cited("/var is 98 % full on web-1=zeus", space));
  }

  private static String cited(String text, String id) {
    return text + " [" + id + "]";
  }
}
