package dev.swarm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of a house whose rooms are packages below {@code root}. */
record House(String root) {
  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.util.Date.<init>",
          "java.util.concurrent.TimeUnit.sleep");

  private static final Set<String> EVENT_BUS =
      Stream.of("EventBus", "MessageProducer", "MessageConsumer")
          .map("io.vertx.core.eventbus."::concat)
          .flatMap(type ->
              Stream.of(
                      "consumer",
                      "localConsumer",
                      "publisher",
                      "sender",
                      "publish",
                      "request",
                      "send",
                      "write",
                      "handler")
                  .map(name -> type + "." + name))
          .collect(Collectors.toUnmodifiableSet());

  ArchRule protocolKnowsNobody() {
    return noClasses()
        .that(resideInAPackage(room("protocol")))
        .should()
        .dependOnClassesThat(roomOtherThan("protocol").or(resideInAnyPackage("io.vertx..")));
  }

  ArchRule toolsKnowNobody() {
    return noClasses()
        .that(resideInAPackage(room("tools")))
        .should()
        .dependOnClassesThat(roomOtherThan("tools").or(resideInAnyPackage("io.vertx..")));
  }

  /** It may use Vert.x, but none of our rooms. */
  ArchRule routerClientKnowsNobody() {
    return noClasses()
        .that(resideInAPackage(room("router")))
        .should()
        .dependOnClassesThat(roomOtherThan("router"));
  }

  ArchRule agentKnowsNoCoordinator() {
    return noClasses()
        .that(resideInAPackage(room("agent")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(room("coordinator"), room("cli")));
  }

  ArchRule coordinatorKnowsNoAgentAndNoTool() {
    return noClasses()
        .that(resideInAPackage(room("coordinator")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(room("agent"), room("tools"), room("cli")));
  }

  /** It knows what is said, and nobody who says it. */
  ArchRule busKnowsOnlyTheProtocol() {
    return noClasses()
        .that(resideInAPackage(room("bus")))
        .should()
        .dependOnClassesThat(roomOtherThan("bus").and(resideOutsideOfPackage(room("protocol"))));
  }

  /** Whoever hears or says something on the event bus does so through the door of that room. */
  ArchRule onlyTheBusRoomTouchesTheEventBus() {
    return noClasses()
        .that(roomOtherThan("bus"))
        .should()
        .accessTargetWhere(targets("hear or send on the event bus", EVENT_BUS));
  }

  ArchRule everyVerbStandsInTheRegistry() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("Verb")
        .should()
        .callConstructorWhere(
            describe("makes a verb", call -> call.getTargetOwner().getSimpleName().equals("Verb")));
  }

  ArchRule nothingPointsBackToTheCli() {
    return noClasses()
        .that(roomOtherThan("cli"))
        .should()
        .dependOnClassesThat(resideInAPackage(room("cli")));
  }

  ArchRule roomsFormNoCycle() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule namesSaySomething() {
    return noClasses()
        .should(haveSimpleNameMatching(".*(Utils?|Helper|Manager|Impl|Handler|Info|Data|Common)"))
        .orShould(haveSimpleNameMatching("(Base|Abstract)[A-Z].*"));
  }

  ArchRule timeHasOneDoor() {
    return noClasses()
        .that(
            resideOutsideOfPackage(root + ".tools.process..")
                .and(nameOtherThan(root + ".tools.host.LiveHost", root + ".cli.Main"))
                .and(describe("is no SystemClock", c -> !c.getSimpleName().equals("SystemClock"))))
        .should()
        .accessTargetWhere(targets("read or wait on the machine's clock", CLOCKS));
  }

  /** Programs of the machine, that is; a load test starts processes of this very build besides. */
  ArchRule processesStartInOnePlace() {
    return noClasses()
        .that(
            resideOutsideOfPackage(root + ".tools.process..")
                .and(resideOutsideOfPackage(root + ".loadtest.process..")))
        .should()
        .dependOnClassesThat(assignableTo(ProcessBuilder.class))
        .orShould()
        .accessTargetWhere(targets("Runtime.exec", Set.of("java.lang.Runtime.exec")));
  }

  ArchRule nothingIsDeserialized() {
    return noClasses().should().dependOnClassesThat(assignableTo(ObjectInputStream.class));
  }

  ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                events.add(
                    new SimpleConditionEvent(
                        item,
                        item.getPackage().isAnnotatedWith(NullMarked.class),
                        item.getFullName()
                            + ": its package-info.java is missing or not @NullMarked"));
              }
            });
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private DescribedPredicate<JavaClass> roomOtherThan(String name) {
    return resideInAPackage(root + "..").and(resideOutsideOfPackage(room(name)));
  }

  /** Takes the classes nested in a name along. */
  private static DescribedPredicate<JavaClass> nameOtherThan(String... names) {
    Set<String> doors = Set.of(names);
    return describe(
        "are not " + doors, c -> !doors.contains(c.getFullName().replaceFirst("\\$.*", "")));
  }

  private static ArchCondition<JavaClass> haveSimpleNameMatching(String regex) {
    return new ArchCondition<>("have a simple name matching " + regex) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean matches = item.getSimpleName().matches(regex);
        events.add(new SimpleConditionEvent(item, matches, item.getFullName()));
      }
    };
  }

  private static DescribedPredicate<JavaAccess<?>> targets(String what, Set<String> members) {
    return describe(
        what,
        access -> {
          AccessTarget target = access.getTarget();
          return members.contains(target.getOwner().getFullName() + "." + target.getName());
        });
  }
}
