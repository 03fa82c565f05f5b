package dev.swarm.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults really made are found by a real audit, with the right subject and number; twins are not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultInjectionIT {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

  @TempDir private static Path dir;
  private List<String> made = List.of();
  private List<String> twins = List.of();
  private JsonNode faulty = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  private JsonNode healthy = faulty;
  private String hoarded = "?";
  private String nearly = "?";
  private String expired = "?";

  @BeforeAll
  void audit_a_faulty_world_and_a_healthy_one() throws Exception {
    var why = World.impossible();
    assumeTrue(why.isEmpty(), () -> "not made here: " + why.get());
    expired = DAY.format(Instant.now().minus(Duration.ofDays(3)));
    try (var bad = World.begin("faulty", Files.createDirectory(dir.resolve("f")));
        var good = World.begin("healthy", Files.createDirectory(dir.resolve("h")))) {
      faulty = bad.report();
      healthy = good.report();
      made = bad.made();
      twins = good.made();
      hoarded = bad.said("hoarder.count");
      nearly = percent(bad.said("nearly.df"));
    }
    Stream.concat(made.stream(), twins.stream())
        .filter(line -> line.contains(": "))
        .forEach(line -> System.out.println("not made here: " + line));
  }

  static List<Fault> faults() {
    return Faults.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_fault_is_found_with_its_subject_and_number(Fault stated) {
    assumeMade(made, stated.step());
    var fault = stated.in(dir.resolve("f").toString());
    var all = World.findings(faulty, fault.check());
    var found = all.stream().filter(one -> subjects(one).contains(fault.subject())).toList();
    assertEquals(
        1,
        found.size(),
        () -> fault + " among " + told(all) + ": " + World.coverage(faulty, fault.check()));
    var finding = found.getFirst();
    assertTrue(finding.get("title").asText().matches(title(fault)), () -> told(found) + "");
    assertEquals(fault.severity(), finding.get("severity").asText());
    var node = finding.get("nodes").get(0);
    assertEquals("proven", node.get("proof").asText());
    assertFalse(node.get("evidence").get(0).get("quote").asText().isBlank());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void its_healthy_twin_stays_silent(Fault stated) {
    assumeMade(stated.twin().isEmpty() ? twins : made, stated.step());
    var fault = stated.in(dir.resolve("f").toString());
    if (fault.twin().isEmpty()) {
      var state = World.state(healthy, fault.check());
      assertTrue(
          List.of("ok", "not-applicable").contains(state), () -> fault.check() + " is " + state);
      assertEquals(List.of(), told(World.findings(healthy, fault.check())));
    } else {
      var findings = World.findings(faulty, fault.check());
      assertTrue(
          findings.stream().noneMatch(one -> subjects(one).contains(fault.twin())),
          () -> fault.twin() + " among " + told(findings));
    }
  }

  @Test
  void at_least_twelve_faults_were_made() {
    long count = made.stream().filter(line -> !line.contains(": ")).distinct().count();
    assertTrue(count >= 12, () -> "only " + count + " steps worked: " + made);
  }

  @AfterAll
  void nothing_is_left_behind() throws IOException {
    await(() -> loops().isEmpty(), () -> "loop devices: " + loops());
    assertFalse(Files.readString(Path.of("/proc/self/mountinfo")).contains(dir.toString()));
    try (var processes = ProcessHandle.allProcesses()) {
      var left =
          processes
              .filter(one -> one.info().command().orElse("").startsWith(dir.toString()))
              .map(ProcessHandle::pid)
              .toList();
      assertEquals(List.of(), left);
    }
  }

  /** The files below our folder that are still attached to a loop device. */
  private static List<String> loops() {
    var files = new ArrayList<String>();
    try (var devices = Files.newDirectoryStream(Path.of("/sys/block"), "loop*")) {
      for (var device : devices) {
        var backing = device.resolve("loop/backing_file");
        if (Files.exists(backing) && Files.readString(backing).startsWith(dir.toString())) {
          files.add(device + ": " + Files.readString(backing).strip());
        }
      }
    } catch (IOException e) {
      files.add("could not look: " + e);
    }
    return files;
  }

  /** The kernel takes mounts and loop devices down a moment after the last process has ended. */
  private static void await(
      java.util.function.BooleanSupplier done, java.util.function.Supplier<String> told) {
    var deadline = Instant.now().plusSeconds(10);
    while (!done.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), told);
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static void assumeMade(List<String> made, String step) {
    var why = made.stream().filter(line -> line.startsWith(step + ": ")).findFirst();
    assumeTrue(made.contains(step), () -> "not made here: " + why.orElse(step));
  }

  private String title(Fault fault) {
    return fault
        .title()
        .replace("HOARDED", hoarded)
        .replace("NEARLY", nearly)
        .replace("EXPIRED", expired + " \\d\\d:\\d\\d UTC");
  }

  /** The whole per cent that df's used and available come to. */
  private static String percent(String usedAndAvailable) {
    if (usedAndAvailable.isEmpty()) {
      return "?";
    }
    var both = usedAndAvailable.split("\\s+");
    double used = Double.parseDouble(both[0]);
    return String.valueOf((int) (100 * used / (used + Double.parseDouble(both[1]))));
  }

  private static List<String> subjects(JsonNode finding) {
    return finding.findValuesAsText("subject");
  }

  private static List<String> told(List<JsonNode> findings) {
    return findings.stream().map(one -> one.get("title").asText()).toList();
  }
}
