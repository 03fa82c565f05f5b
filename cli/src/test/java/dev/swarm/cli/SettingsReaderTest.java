package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.Target;
import dev.swarm.coordinator.notice.Happening;
import dev.swarm.router.endpoint.KeySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A configuration with a mistake is refused, with file, line and what was expected. */
class SettingsReaderTest {
  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("keep-runs: 200\ntime-out: 5s\n", 2, "did you mean 'timeout'?"),
        Arguments.of("keep-runs: many\n", 1, "expected a whole number, not 'many'"),
        Arguments.of("keep-runs: 0\n", 1, "from 1 to 100000"),
        Arguments.of("keep-runs: 99999999999\n", 1, "expected a whole number"),
        Arguments.of("store: {keep: 5}\n", 1, "known here: keep-bytes, keep-days"),
        Arguments.of("store: {keep-runs: 0}\n", 1, "from 1 to 100000"),
        Arguments.of("store: {keep-days: 0}\n", 1, "from 1 to 36500"),
        Arguments.of("store: {keep-bytes: 5}\n", 1, "expected a size such as 500MiB or 20GiB"),
        Arguments.of("store: {keep-bytes: 0MiB}\n", 1, "at least 1MiB"),
        Arguments.of("keep-runs: 5\nstore: {keep-runs: 6}\n", 2, "leave one out"),
        Arguments.of("\n\ntimeout: soon\n", 3, "expected a duration"),
        Arguments.of("timeout: 0s\n", 1, "'timeout' is from 1s to 24h"),
        Arguments.of("timeout: 99d\n", 1, "'timeout' is from 1s to 24h"),
        Arguments.of("sandbox: off\n", 1, "expected auto or none, not 'off'"),
        Arguments.of("sandbox: [none]\n", 1, "single value"),
        Arguments.of("fail-on: bad\n", 1, "expected info, warning or critical, not 'bad'"),
        Arguments.of("tools-folder: tools.d\n", 1, "expected an absolute path, not 'tools.d'"),
        Arguments.of("state-folder: ~/swarm\n", 1, "expected an absolute path"),
        Arguments.of("checks-folder: {a: b}\n", 1, "single value"),
        Arguments.of("dns-names: {a: b}\n", 1, "single value"),
        Arguments.of("certificates:\n  - /a.pem\n  - [b]\n", 3, "single value"),
        Arguments.of("backup: [/srv]\n", 1, "did you mean 'backups'?"),
        Arguments.of("areas: [storage]\nareas: [time]\n", 2, "stands twice"),
        Arguments.of("forbid-tools:\n\t- a\n", 2, "TAB"),
        Arguments.of("- a\n", 1, "expected 'key: value'"),
        Arguments.of("plain text", 1, "expected 'key: value'"),
        Arguments.of("timeout: 5s\n---\ntimeout: 6s\n", 2, "not YAML"),
        Arguments.of("timeout: 'a\n", 2, "not YAML"),
        Arguments.of("fleet: {keys: /a}\n", 1, "did you mean 'key'?"),
        Arguments.of("fleet: {key: a.pem}\n", 1, "expected an absolute path, not 'a.pem'"),
        Arguments.of("fleet:\n  members:\n    - web1\n    - web1:x\n", 4, "expected a host"),
        Arguments.of(
            "fleet: {listen: '10.0.0.1:7611', bus-port: 7611}\n", 1, "'bus-port' is another"),
        Arguments.of("fleet: {bus-port: 0}\n", 1, "from 1 to 65535"),
        Arguments.of("fleet: {ports: 7620}\n", 1, "expected a range of ports"),
        Arguments.of("fleet: {nodes: ['a b']}\n", 1, "the name of a node"),
        Arguments.of("fleet: {labels: {tier: 'a b'}}\n", 1, "a short word"),
        Arguments.of("fleet: {capacity: 0}\n", 1, "from 1 to 256"),
        Arguments.of("policy: {command: true}\n", 1, "did you mean 'commands'?"),
        Arguments.of("policy: {commands: maybe}\n", 1, "true"),
        Arguments.of("policy: {most-turns: 0}\n", 1, "from 1 to"),
        Arguments.of("policy: {most-time: 10ms}\n", 1, "at least 1s"),
        Arguments.of("schedules: {name: a}\n", 1, "is a list"),
        Arguments.of("schedules:\n  - {name: a}\n", 2, "either 'every', such as 6h, or 'at'"),
        Arguments.of("schedules:\n  - {name: a, every: 6h, at: ['02:30']}\n", 2, "either 'every'"),
        Arguments.of("schedules:\n  - {name: a, every: 10s}\n", 2, "from 1m to 31d"),
        Arguments.of("schedules:\n  - name: a\n    at: ['2:30']\n", 3, "such as 02:30"),
        Arguments.of(
            "schedules:\n  - {name: a, at: ['02:30'], zone: Berlin}\n", 2, "Europe/Berlin"),
        Arguments.of("schedules:\n  - {name: a, every: 1h, zone: UTC}\n", 2, "belongs to 'at'"),
        Arguments.of("schedules:\n  - {name: a, every: 1h, jitter: 40m}\n", 2, "at most half"),
        Arguments.of("schedules:\n  - {name: a b, every: 1h}\n", 2, "a short name"),
        Arguments.of("schedules:\n  - {every: 1h}\n", 2, "'name' is missing"),
        Arguments.of("schedules:\n  - {name: a, every: 1h, limits: 5}\n", 2, "'limit'?"),
        Arguments.of("schedules:\n  - {name: a, every: 1h, limit: 0}\n", 2, "a number such as 5"),
        Arguments.of(
            "schedules:\n  - {name: a, every: 1h}\n  - {name: a, every: 2h}\n", 3, "two schedules"),
        Arguments.of(
            "schedules:\n  - {name: a, every: 1h, nodes: [b], labels: {c: d}}\n", 2, "by one of"),
        Arguments.of("notices:\n  - {name: a}\n", 2, "say where it is found"),
        Arguments.of("notices:\n  - {name: a, url: 'https://s'}\n", 2, "say where it is found"),
        Arguments.of(
            "notices:\n  - {name: a, url: {env: A, file: /a}}\n", 2, "one of env and file"),
        Arguments.of("notices:\n  - {name: a, url: {env: A}, form: html}\n", 2, "json or slack"),
        Arguments.of("notices:\n  - {name: a, url: {env: A}, events: [old]}\n", 2, "new or back"),
        Arguments.of("notices:\n  - {name: a, url: {env: A}, at-last: info}\n", 2, "'at-least'?"),
        Arguments.of("timeout: \u0000\n", 1, "U+0000"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_named_at_its_line(String text, int line, String says) throws IOException {
    var file = Files.writeString(folder.resolve("swarm.yaml"), text);
    var message = assertThrows(UsageException.class, () -> read(file)).getMessage();
    assertTrue(message.contains(says), message);
    assertTrue(message.contains(file + ":" + line + ":"), message);
    assertFalse(message.matches("(?s).*(Exception|java\\.|null).*"), message);
  }

  @Test
  void all_mistakes_are_named_at_once() throws IOException {
    var file =
        Files.writeString(folder.resolve("swarm.yaml"), "timeout: x\nfail-on: y\nsandbox: z\n");
    var message = assertThrows(UsageException.class, () -> read(file)).getMessage();
    assertEquals(3, message.lines().filter(line -> line.contains("swarm.yaml:")).count(), message);
  }

  @Test
  void what_cannot_be_read_is_named() throws IOException {
    var binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
    var large = Files.writeString(folder.resolve("large.yaml"), "#" + "x".repeat(1 << 20));
    assertTrue(refused(binary).contains("it is not UTF-8 text"));
    assertTrue(refused(large).contains("larger than 1 MiB"));
    assertTrue(refused(folder.resolve("none.yaml")).contains("it does not exist"));
    assertTrue(refused(folder).contains("could not read the configuration"));
    assertTrue(refused(Path.of("/dev/zero")).contains("larger than 1 MiB"));
  }

  @Test
  void a_forbidden_tool_that_does_not_exist_is_no_protection() throws IOException {
    var file = Files.writeString(folder.resolve("swarm.yaml"), "forbid-tools: [container-logs]\n");
    var message = assertThrows(UsageException.class, () -> Knowledge.of(read(file))).getMessage();
    assertTrue(message.contains("did you mean 'container-log'?"), message);
  }

  @Test
  void what_is_not_said_has_its_default() throws IOException {
    var empty = Files.writeString(folder.resolve("swarm.yaml"), "\n", StandardCharsets.UTF_8);
    var settings = read(empty);
    assertEquals(Duration.ofSeconds(60), settings.timeout());
    assertFalse(settings.trustArguments());
    assertEquals(List.of(), settings.lists().get("dns-names"));
    assertEquals(settings.timeout(), SettingsReader.read(Optional.empty(), List.of()).timeout());
  }

  @Test
  void schedules_and_notices_are_read_as_written() throws IOException {
    var settings =
        read(
            Files.writeString(
                folder.resolve("swarm.yaml"),
                """
                schedules:
                  - {name: nightly, at: ["02:30", "Mon 08:00"], zone: Europe/Berlin, jitter: 10m}
                  - {name: disks, every: 6h, areas: [storage], labels: {tier: web}, limit: 10%}
                notices:
                  - {name: ops, url: {env: OPS_WEBHOOK}, form: slack, at-least: critical}
                """));
    var nightly = settings.schedules().getFirst();
    assertEquals("at 02:30, Mon 08:00 Europe/Berlin", nightly.when().text());
    assertEquals(Duration.ofMinutes(10), nightly.jitter());
    var disks = settings.schedules().getLast();
    assertEquals("every 6h", disks.when().text());
    assertEquals(new Target.Matching(Map.of("tier", "web")), disks.scope().target());
    var ops = settings.notices().getFirst();
    assertEquals(new KeySource.Environment("OPS_WEBHOOK"), ops.url());
    assertEquals(Set.of(Happening.NEW, Happening.BACK, Happening.FIXED), ops.events());
  }

  @Test
  void a_schedule_of_what_does_not_exist_is_refused_before_anything_starts() throws IOException {
    assertTrue(unasked("areas: [storag]", Optional.empty()).contains("'storage'?"));
    assertTrue(unasked("checks: [storage.spac]", Optional.empty()).contains("'storage.space'?"));
    assertTrue(unasked("nodes: [web1]", Optional.of("here")).contains("belongs to no fleet"));
  }

  private String unasked(String key, Optional<String> only) throws IOException {
    var text = "schedules:\n  - {name: a, every: 1h, " + key + "}\n";
    var settings = read(Files.writeString(folder.resolve("swarm.yaml"), text));
    var checks = Knowledge.of(settings).checks();
    return assertThrows(
            UsageException.class,
            () -> ScheduledAudits.of(settings, checks, only, () -> "playbook"))
        .getMessage();
  }

  private static String refused(Path file) {
    return assertThrows(UsageException.class, () -> read(file)).getMessage();
  }

  private static Settings read(Path file) {
    return SettingsReader.read(Optional.of(file), List.of());
  }
}
