package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of SARIF 2.1.0 that we write (OASIS, sarif-v2.1.0-errata01), under its own names. */
final class Sarif {
  static final String VERSION = "2.1.0";
  static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

  record Run(
      Tool tool,
      Details automationDetails,
      List<Invocation> invocations,
      String columnKind,
      List<Result> results,
      Properties properties) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Properties(
      Totals totals, Optional<Models> models, Optional<Fleet> fleet, Optional<Summary> summary) {}

  record Details(String id) {}

  record Tool(Driver driver) {}

  record Driver(String name, String version, List<Rule> rules) {}

  record Rule(
      String id,
      Message shortDescription,
      Message help,
      Configuration defaultConfiguration,
      Map<String, List<String>> properties) {}

  record Configuration(String level) {}

  record Message(String text) {}

  record Invocation(
      boolean executionSuccessful,
      int exitCode,
      Instant startTimeUtc,
      Instant endTimeUtc,
      List<Notification> toolExecutionNotifications) {}

  record Notification(
      String level, Message message, Descriptor descriptor, List<Location> locations) {}

  record Descriptor(String id) {}

  record Location(List<LogicalLocation> logicalLocations) {}

  record LogicalLocation(String name, String fullyQualifiedName, String kind) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Result(
      String ruleId,
      int ruleIndex,
      String kind,
      String level,
      Message message,
      List<Location> locations,
      Map<String, String> partialFingerprints,
      Optional<String> baselineState,
      Optional<List<Suppression>> suppressions,
      Proof properties) {}

  /** That somebody accepted it; {@code external}: not in any source. */
  record Suppression(String kind, String status, String justification) {}

  record Proof(String node, String measured, String see, List<Report.Evidence> evidence) {}
}
