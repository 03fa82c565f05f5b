package dev.swarm.tools.attack;

import dev.swarm.tools.BuiltInTools;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.yaml.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is attacked beside the built-in tools, and how a call is made around one attacked value. */
final class Targets {
  private static final String EVERY_TYPE =
      """
      tools:
        - name: of-every-type
          description: A parameter of every type.
          area: storage
          parameters:
            path: {type: path, description: A path.}
            name: {type: name, description: A name.}
            unit: {type: unit, description: A unit.}
            host: {type: host, description: A host.}
            endpoint: {type: endpoint, description: A server.}
            integer: {type: integer, description: A number., min: 1, max: 100}
            duration: {type: duration, description: A span., min: 60, max: 86400}
            pattern: {type: pattern, description: A text.}
            choice: {type: choice, description: One of two., choices: [err, info]}
          linux:
            - argv: [program, "{path}", "{name}", "{unit}", "{host}", "{endpoint}", "{integer}", "{duration}", "{pattern}", "{choice}"]
          macos:
            - argv: [program]
          rows: {grammar: columns, columns: [a], kind: row, subject: "{a}", fields: {a: {type: text}}}
      """;

  private Targets() {}

  static Catalog ofEveryType() {
    var file = new Definitions.Written("every-type.yaml", EVERY_TYPE);
    return BuiltInTools.sound(CatalogReader.read(new Definitions(List.of(file), List.of())));
  }

  /**
   * A call with {@code value} for one parameter and something honest for the other required ones.
   */
  static Map<String, String> call(Tool tool, Parameter attacked, String value) {
    var given = new HashMap<String, String>();
    tool.parameters().stream()
        .filter(Parameter::required)
        .forEach(other -> given.put(other.name(), honest(other).getFirst()));
    given.put(attacked.name(), value);
    return given;
  }

  /** Values that must be accepted. */
  static List<String> honest(Parameter parameter) {
    return switch (parameter.type()) {
      case PATH ->
          List.of(
              "/",
              "/var",
              "/var/log/nginx",
              "/srv/a b",
              "/dev/sda1",
              "/dev/mapper/vg-lv",
              "/dev/shm",
              "/home/a/...",
              "/etc/ssh/ssh_host_rsa_key.pub",
              "/var/lib/docker",
              "/etc/kubernetes/pki/ca.crt",
              "/etc/nginx/a.pem",
              "/sys/fs/cgroup",
              "/a%b@c+d=e");
      case NAME -> List.of("nginx", "sshd", "python3.11", "lib-a_b+c", "a", "0abc");
      case UNIT ->
          List.of(
              "nginx.service",
              "getty@tty1.service",
              "dev-disk-by\\x2duuid.device",
              "a:b.mount",
              "user@0.service",
              "apt-daily.timer",
              "session-1.scope");
      case HOST ->
          List.of(
              "localhost",
              "a.example.com",
              "a.example.com.",
              "_dmarc.example.com",
              "xn--bcher-kva.example",
              "127.0.0.1",
              "255.255.255.255",
              "::1",
              "::",
              "2001:db8::1",
              "::ffff:192.0.2.1",
              "1:2:3:4:5:6:7:8",
              "3com.com");
      case ENDPOINT ->
          List.of(
              "localhost:443", "127.0.0.1:8443", "[::1]:443", "[2001:db8::1]:65535", "a.example:1");
      case INTEGER ->
          Stream.of(parameter.least().orElse(0L), parameter.most().orElse(100L))
              .map(n -> "" + n)
              .toList();
      case DURATION -> List.of("60s", "1m", "1h");
      case PATTERN -> List.of("out of memory", "a*b", "it's", "100%", "b\u00fccher");
      case CHOICE -> parameter.choices();
    };
  }
}
