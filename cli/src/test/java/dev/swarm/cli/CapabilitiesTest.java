package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.NodeHello.Capability;
import dev.swarm.protocol.Recorded;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  private final Settings settings = SettingsReader.read(Optional.empty(), List.of());
  private final Knowledge knowledge = Knowledge.of(settings, Platform.LINUX);

  /** A machine without smartctl, of which nothing else is known. */
  private final RecordedHost host =
      new RecordedHost(
          new Recording(
              Platform.LINUX,
              "bare",
              0,
              Instant.EPOCH,
              Map.of(
                  new Recording.Asked(List.of("smartctl"), 1),
                  new CommandResult.NotStarted(Failure.ABSENT, "smartctl is not installed")),
              Map.of(),
              Map.of()));

  @Test
  void every_tool_is_told_and_what_is_missing_with_its_reason() {
    var told = Capabilities.of(knowledge, host);
    assertEquals(
        knowledge.catalog().all().stream().map(Tool::name).toList(),
        told.stream().map(Capability::tool).toList());
    assertTrue(told.contains(new Capability("disks", "smartctl is not installed")), told::toString);
    assertTrue(told.contains(new Capability("filesystems", "")), told::toString);
  }

  @Test
  void a_tool_of_another_platform_is_missing() {
    var everywhere = Capabilities.of(Knowledge.of(settings), host);
    var elsewhere =
        Knowledge.of(settings).catalog().all().stream()
            .filter(tool -> tool.forms(Platform.LINUX).isEmpty())
            .map(tool -> new Capability(tool.name(), "it does not exist on linux"))
            .toList();
    assertTrue(everywhere.containsAll(elsewhere) && !elsewhere.isEmpty());
  }

  @Test
  void a_node_introduces_itself_with_them() {
    var parts =
        new Station.Parts(
            settings,
            knowledge,
            host,
            Sandboxing.OF_A_RECORDING,
            new PassingStore("this is a test"),
            new Surroundings(Map.of(), System.out, System.err));
    var events = new CopyOnWriteArrayList<Recorded>();
    var limit = Duration.ofMinutes(2);
    var audit =
        new Audit(
            List.of("bare"),
            List.of(new Area("time")),
            List.of(),
            Budget.standard(limit),
            limit,
            "playbook");
    try (var station = Station.open(parts)) {
      var _ = station.coordinator().run(audit, events::add).ended().await();
    }
    var told =
        events.stream()
            .map(Recorded::event)
            .filter(Event.NodeJoined.class::isInstance)
            .map(joined -> ((Event.NodeJoined) joined).hello().tools())
            .toList();
    assertEquals(List.of(Capabilities.of(knowledge, host)), told);
  }
}
