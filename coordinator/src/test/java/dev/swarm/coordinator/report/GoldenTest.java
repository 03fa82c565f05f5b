package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each format says of the hand-written history, to the letter. After a change that is meant,
 * {@code mvn test -pl coordinator -am -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgolden=write} writes the files anew; read the difference before committing it.
 */
final class GoldenTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "swarm", "coordinator", "report", "golden");

  @ParameterizedTest
  @EnumSource
  void a_fleet_is_told_as_ever(Format format) throws IOException {
    var told = Histories.render(format, Histories.report(), Options.STANDARD);
    compare("fleet." + format.extension(), told);
  }

  @ParameterizedTest
  @EnumSource
  void a_fleet_that_thought_with_models_is_told_as_ever(Format format) throws IOException {
    var told = Histories.render(format, ModelHistory.report(), Options.STANDARD);
    compare("models." + format.extension(), told);
  }

  @ParameterizedTest
  @EnumSource
  void twelve_nodes_beside_their_peers_are_told_as_ever(Format format) throws IOException {
    var told = Histories.render(format, FleetHistory.report(12), Options.STANDARD);
    compare("twelve." + format.extension(), told);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN"})
  void a_thousand_nodes_are_told_as_ever(Format format) throws IOException {
    var told = Histories.render(format, FleetHistory.report(1000), Options.STANDARD);
    compare("thousand." + format.extension(), told);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "HTML", "MARKDOWN"})
  void a_single_machine_is_told_as_ever(Format format) throws IOException {
    var told = Histories.render(format, Histories.single(), Options.STANDARD);
    compare("single." + format.extension(), told);
  }

  @ParameterizedTest
  @EnumSource
  void a_narrow_terminal_is_told_in_either_style_as_ever(Style style) throws IOException {
    var narrow = new Options(60, style, Policy.STANDARD, Options.STANDARD.zone());
    var told = Histories.render(Format.TEXT, Histories.report(), narrow);
    compare("narrow-" + Ids.of(style) + ".txt", told);
  }

  private static void compare(String name, String told) throws IOException {
    var file = FOLDER.resolve(name);
    if (List.of("write").contains(System.getProperty("golden", ""))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, told);
    }
    assertEquals(Files.readString(file), told, "see GoldenTest for how to renew " + name);
  }
}
