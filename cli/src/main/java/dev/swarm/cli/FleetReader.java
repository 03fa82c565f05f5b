package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.Ports;
import dev.swarm.tools.yaml.YamlMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code fleet:}, what a machine has to know to belong to one. */
final class FleetReader {
  private static final int MOST_AT_ONCE = 256;

  private FleetReader() {}

  /** The fleet of {@code settings}; none where nothing is said. */
  static FleetSettings read(YamlMap settings) {
    return settings.map("fleet").map(FleetReader::fleet).orElse(FleetSettings.NONE);
  }

  private static FleetSettings fleet(YamlMap map) {
    var standard = FleetSettings.NONE;
    var listen = map.read("listen", FleetReader::place);
    int port = listen.map(HostPort::port).orElse(ClusterOptions.MEMBER_PORT);
    var fleet =
        new FleetSettings(
            map.read("key", RoutersReader::file),
            map.read("command-key", RoutersReader::file),
            map.readAll("members", FleetReader::place),
            listen,
            RoutersReader.within(map, "bus-port", 1, 65_535).orElse(FleetSettings.busBeside(port)),
            map.read("ports", Ports::parse).orElse(standard.ports()),
            map.map("labels").map(FleetReader::labels).orElse(Map.of()),
            Set.copyOf(map.readAll("nodes", FleetReader::node)),
            RoutersReader.within(map, "capacity", 1, MOST_AT_ONCE).orElse(standard.capacity()));
    if (port == fleet.busPort()) {
      map.problem("bus-port", "'bus-port' is another than the port of 'listen', " + port);
    }
    map.finish();
    return fleet;
  }

  /** A place in the network, at the usual port where none is said. */
  static HostPort place(String text) {
    return HostPort.parse(text, ClusterOptions.MEMBER_PORT);
  }

  /** The name of a node. */
  static String node(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,252}")) {
      throw new IllegalArgumentException("expected the name of a node, not '" + text + "'");
    }
    return text;
  }

  /** Names and values, each a short word. */
  static Map<String, String> labels(YamlMap map) {
    var labels = new HashMap<String, String>();
    for (var name : map.free().keys()) {
      map.read(name, FleetReader::label).ifPresent(value -> labels.put(name, value));
    }
    map.finish();
    return labels;
  }

  private static String label(String text) {
    if (!text.matches("[A-Za-z0-9._:/-]{1,63}")) {
      throw new IllegalArgumentException(
          "expected a short word of letters, digits and . _ : / -, not '" + text + "'");
    }
    return text;
  }
}
