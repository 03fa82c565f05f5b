package dev.swarm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house that a machine can check, over all rooms at once. Each rule must also fail
 * on {@code dev.badhouse}, which breaks them all: a rule that sees nothing there checks nothing
 * here.
 */
class ArchitectureTest {
  private static final JavaClasses SWARM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.swarm");
  private static final JavaClasses BAD_HOUSE =
      new ClassFileImporter().importPackages("dev.badhouse");

  @Test
  void there_is_something_to_check() {
    assertFalse(SWARM.isEmpty());
  }

  @Test
  void the_protocol_knows_nobody() {
    holds(House::protocolKnowsNobody);
  }

  @Test
  void the_tools_know_nobody() {
    holds(House::toolsKnowNobody);
  }

  @Test
  void the_router_client_knows_nobody() {
    holds(House::routerClientKnowsNobody);
  }

  @Test
  void the_agent_never_imports_the_coordinator() {
    holds(House::agentKnowsNoCoordinator);
  }

  @Test
  void the_coordinator_never_imports_the_agent_nor_its_tools() {
    holds(House::coordinatorKnowsNoAgentAndNoTool);
  }

  @Test
  void the_bus_knows_only_the_protocol() {
    holds(House::busKnowsOnlyTheProtocol);
  }

  @Test
  void only_the_bus_room_touches_the_event_bus() {
    holds(House::onlyTheBusRoomTouchesTheEventBus);
  }

  @Test
  void every_verb_stands_in_the_registry() {
    holds(House::everyVerbStandsInTheRegistry);
  }

  @Test
  void nothing_points_back_to_the_cli() {
    holds(House::nothingPointsBackToTheCli);
  }

  @Test
  void the_rooms_form_no_cycle() {
    holds(House::roomsFormNoCycle);
  }

  @Test
  void no_class_has_an_empty_name() {
    holds(House::namesSaySomething);
  }

  @Test
  void time_has_one_door() {
    holds(House::timeHasOneDoor);
  }

  @Test
  void processes_start_in_one_place() {
    holds(House::processesStartInOnePlace);
  }

  @Test
  void nothing_is_deserialized_by_java() {
    holds(House::nothingIsDeserialized);
  }

  @Test
  void every_package_is_null_marked() {
    holds(House::packagesAreNullMarked);
  }

  @Test
  void the_doors_to_time_and_processes_stay_open() {
    JavaClasses doors =
        new ClassFileImporter()
            .importPackages("dev.badhouse.tools.process", "dev.badhouse.tools.host");
    assertTrue(doors.size() >= 2);
    House bad = new House("dev.badhouse");
    bad.timeHasOneDoor().allowEmptyShould(true).check(doors);
    bad.processesStartInOnePlace().allowEmptyShould(true).check(doors);
  }

  private static void holds(Function<House, ArchRule> rule) {
    assertTrue(
        rule.apply(new House("dev.badhouse")).evaluate(BAD_HOUSE).hasViolation(),
        "the rule does not see the house that breaks it");
    rule.apply(new House("dev.swarm")).allowEmptyShould(true).check(SWARM);
  }
}
