package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.permit.Cap;
import dev.swarm.router.permit.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits of escalation: what is said is taken, and a mistake is named at its line. */
class EscalationReaderTest {
  @TempDir private Path folder;

  @Test
  void the_commented_example_shows_the_defaults() throws IOException {
    var text = Files.readString(Path.of("../config/swarm.yaml"));
    var example =
        text.substring(text.indexOf("# escalation:\n"))
            .lines()
            .takeWhile(line -> line.startsWith("# "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n"));
    assertEquals(Optional.of(EscalationReader.STANDARD), limits(example));
  }

  @Test
  void what_is_not_named_beside_others_has_no_limit() throws IOException {
    var limits = limits("escalation: {run-per-node: {tokens: 5000, cost: 1.50}}\n").orElseThrow();
    assertEquals(
        new Cap(OptionalLong.empty(), OptionalLong.of(5000), Optional.of(new BigDecimal("1.50"))),
        limits.runPerNode());
    assertEquals(EscalationReader.STANDARD.hourForAll(), limits.hourForAll());
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("escalation: 5\n", 1, "'key: value' pairs"),
        Arguments.of("escalation:\n  per-hour: {calls: 1}\n", 2, "unknown key 'per-hour'"),
        Arguments.of("escalation:\n  hour-per-node: 5\n", 2, "pairs"),
        Arguments.of("escalation:\n  hour-for-all: {call: 5}\n", 2, "did you mean 'calls'?"),
        Arguments.of("escalation:\n  hour-for-all: {calls: -5}\n", 2, "from 0 to"),
        Arguments.of("escalation:\n  run-for-all: {cost: much}\n", 2, "an amount such as"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_named_at_its_line(String text, int line, String says) {
    var message = assertThrows(UsageException.class, () -> limits(text)).getMessage();
    assertTrue(message.contains(says), message);
    assertTrue(message.contains("swarm.yaml:" + line + ":"), message);
  }

  private Optional<Limits> limits(String text) throws IOException {
    var file = Files.writeString(folder.resolve("swarm.yaml"), text);
    return SettingsReader.read(Optional.of(file), List.of()).escalation();
  }
}
