package dev.swarm.agent.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every case of every check, through the real tools, playbook and proof. */
class CheckCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @Test
  void the_built_in_tools_and_checks_have_no_mistake() {
    assertEquals(List.of(), Rig.CATALOG.problems());
    assertEquals(List.of(), Rig.CHECKS.problems());
    assertTrue(Rig.CATALOG.all().size() >= 45, Rig.CATALOG.all().size() + " tools");
  }

  @Test
  void every_check_is_shown_as_finding_as_ok_and_as_unknown() {
    var shown = new TreeMap<String, Set<String>>();
    Rig.CHECKS.all().forEach(check -> shown.put(check.id().value(), new TreeSet<>()));
    cases()
        .forEach(one ->
            shown
                .computeIfAbsent(one.check(), _ -> new TreeSet<>())
                .add(Case.text(one.expect(), "state").orElse("?")));
    var lacking = new TreeMap<String, Set<String>>();
    shown.forEach((check, states) -> {
      var missing = new TreeSet<>(Set.of("finding", "ok", "unknown"));
      missing.removeAll(states);
      if (!missing.isEmpty()) {
        lacking.put(check, missing);
      }
    });
    assertEquals(Map.of(), lacking);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void ends_as_the_case_says(Case one) {
    var outcome = Rig.audit(one.recording(), new CheckId(one.check()), one.config());
    var coverage = outcome.coverage();
    assertEquals(1, coverage.size());
    var told = one + " in " + one.file() + ": " + coverage.getFirst() + " " + outcome.doubts();
    assertEquals(
        Case.text(one.expect(), "state").orElseThrow(), coverage.getFirst().state().id(), told);
    Case.text(one.expect(), "reason")
        .ifPresent(part -> assertTrue(coverage.getFirst().reason().contains(part), told));
    findings(one, outcome);
  }

  private static void findings(Case one, Outcome.Completed outcome) {
    var expect = one.expect();
    var all = outcome.findings();
    Case.text(expect, "count").ifPresent(n -> assertEquals(n, "" + all.size(), "" + all));
    var subject = Case.text(expect, "subject");
    var title = Case.text(expect, "title");
    var severity = Case.text(expect, "severity");
    var quote = Case.text(expect, "quote");
    var follow = Case.text(expect, "follow-up");
    if (Stream.of(subject, title, severity, quote, follow).allMatch(java.util.Optional::isEmpty)) {
      return;
    }
    var matching =
        all.stream()
            .filter(f -> subject.map(f.subject()::equals).orElse(true))
            .filter(f -> title.map(f.title()::contains).orElse(true))
            .filter(f -> severity.map(f.severity().id()::equals).orElse(true))
            .filter(f -> quote.map(part -> quoted(f, part)).orElse(true))
            .filter(f -> follow.map(part -> quoted(f, part)).orElse(true))
            .toList();
    assertTrue(!matching.isEmpty(), one + ": expected " + expect + " but found " + all);
  }

  private static boolean quoted(Finding finding, String part) {
    return finding.evidence().stream().anyMatch(evidence -> evidence.quote().contains(part));
  }

  static List<Case> cases() {
    var cases = new ArrayList<Case>();
    try (var files = Files.walk(CASES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        Map<String, Object> root = new Yaml().load(Files.readString(file));
        for (var stated : (List<?>) root.get("cases")) {
          @SuppressWarnings("unchecked")
          var map = (Map<String, Object>) stated;
          cases.add(new Case(CASES.relativize(file).toString(), map));
        }
      }
    } catch (IOException e) {
      throw new AssertionError("could not read the cases", e);
    }
    return cases;
  }
}
