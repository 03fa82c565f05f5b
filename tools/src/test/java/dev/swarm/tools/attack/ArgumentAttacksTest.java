package dev.swarm.tools.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.BuiltInTools;
import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolCall.Caller;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Arguments;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Command.Sight;
import dev.swarm.tools.host.Platform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parameter of every built-in tool under attack: refused, by its rule, before anything runs.
 */
class ArgumentAttacksTest {
  private static final Catalog CATALOG = BuiltInTools.catalog();
  private static final Guard OPEN = new Guard(true, false, Set.of());

  /** A parameter of a tool. */
  record Target(Tool tool, Parameter parameter) {
    @Override
    public String toString() {
      return tool.name() + " " + parameter.name() + " (" + parameter.type() + ")";
    }
  }

  static Stream<Target> targets() {
    return Stream.concat(CATALOG.all().stream(), Targets.ofEveryType().all().stream())
        .flatMap(tool -> tool.parameters().stream().map(one -> new Target(tool, one)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void every_attack_is_refused_by_its_rule_before_anything_runs(Target target) {
    var wrong = new ArrayList<String>();
    var catalog = new Catalog(Map.of(target.tool().name(), target.tool()), List.of());
    for (var platform : Platform.values()) {
      var toolbox = new Toolbox(new UntouchedHost(platform), catalog, OPEN);
      for (var attack : Attacks.on(target.parameter().type())) {
        var given = Targets.call(target.tool(), target.parameter(), attack.value());
        var call = new ToolCall(target.tool().name(), given, Caller.OPERATOR);
        var ending = toolbox.run(call).ending();
        if (!(ending instanceof Ending.Refused(var rule, var reason)
            && rule.equals(attack.rule())
            && reason.contains("'" + target.parameter().name() + "'"))) {
          wrong.add(attack + " but " + ending);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void there_are_more_than_a_thousand_and_each_type_has_its_own() {
    int calls = 0;
    var kinds = new HashSet<String>();
    for (var tool : CATALOG.all()) {
      for (var parameter : tool.parameters()) {
        var attacks = Attacks.on(parameter.type());
        calls += attacks.size();
        attacks.forEach(attack -> kinds.add(parameter.type() + attack.value()));
      }
    }
    assertTrue(calls > 1000, calls + " attacks on the built-in tools");
    assertTrue(kinds.size() > 600, kinds.size() + " different ones");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void what_people_write_is_accepted(Target target) {
    for (var value : Targets.honest(target.parameter())) {
      var given = Targets.call(target.tool(), target.parameter(), value);
      assertInstanceOf(
          Arguments.Valid.class,
          Arguments.check(target.tool(), given),
          () -> target + ": " + value);
    }
  }

  @Test
  void a_parameter_is_known_by_its_whole_name_only() {
    var tool = CATALOG.tool("largest-directories").orElseThrow();
    for (var name :
        List.of(
            "pat",
            "Path",
            "PATH",
            "paths",
            "path ",
            "--path",
            "LD_PRELOAD",
            "",
            "argv",
            "\u0440ath")) {
      var ending = run(tool, Map.of("path", "/var", name, "/var"), Caller.MODEL).ending();
      assertEquals("argument.unknown", assertInstanceOf(Ending.Refused.class, ending).rule());
    }
  }

  @Test
  void what_is_required_is_never_guessed() {
    var refused = new ArrayList<String>();
    for (var tool : CATALOG.all()) {
      if (tool.parameters().stream().anyMatch(Parameter::required)) {
        var ending = run(tool, Map.of(), Caller.MODEL).ending();
        assertEquals("argument.missing", assertInstanceOf(Ending.Refused.class, ending).rule());
        refused.add(tool.name());
      }
    }
    assertTrue(refused.size() > 5, refused + "");
  }

  @Test
  void a_refusal_shows_no_control_characters_and_no_flood() {
    var tool = CATALOG.tool("largest-directories").orElseThrow();
    for (var name : List.of("p\u001b[2J", "x".repeat(1_000_000), "\u202ehtap")) {
      var reason =
          assertInstanceOf(
                  Ending.Refused.class, run(tool, Map.of(name, "/var"), Caller.MODEL).ending())
              .reason();
      assertTrue(reason.length() < 300, reason.length() + " characters");
      assertFalse(reason.contains("\u001b") || reason.contains("\u202e"), reason);
    }
  }

  @Test
  void without_a_sandbox_a_model_chooses_no_path_even_a_good_one() {
    var guard = new Guard(false, false, Set.of());
    var tool = CATALOG.tool("largest-directories").orElseThrow();
    var call = new ToolCall(tool.name(), Map.of("path", "/var"), Caller.MODEL);
    var ending = new Toolbox(new UntouchedHost(Platform.LINUX), CATALOG, guard).run(call).ending();
    assertEquals("policy", assertInstanceOf(Ending.Refused.class, ending).rule());
  }

  @Test
  void a_model_reaches_only_what_the_nodes_own_file_lists() {
    var guard = OPEN.reaching(List.of("example.org", "Intra.example.net:8443", "/etc/a.pem"));
    for (var listed : List.of("example.org", "EXAMPLE.org.", "intra.example.net")) {
      assertFalse(refused("resolve-name", Map.of("name", listed), Caller.MODEL, guard), listed);
    }
    for (var other : List.of("c2.example.org", "secret.evil.example", "example.or", "127.0.0.1")) {
      assertTrue(refused("resolve-name", Map.of("name", other), Caller.MODEL, guard), other);
      assertFalse(refused("resolve-name", Map.of("name", other), Caller.OPERATOR, guard), other);
    }
    var near = Map.of("endpoint", "intra.example.net:22");
    assertTrue(refused("tls-endpoint", near, Caller.MODEL, guard));
    var listed = Map.of("endpoint", "intra.example.net:8443");
    assertFalse(refused("tls-endpoint", listed, Caller.MODEL, guard));
    assertTrue(refused("tls-endpoint", listed, Caller.MODEL, OPEN));
  }

  @Test
  void every_parameter_that_names_somebody_on_the_network_is_under_that_rule() {
    var outward = new ArrayList<String>();
    for (var tool : CATALOG.all()) {
      for (var parameter : tool.parameters()) {
        switch (parameter.type()) {
          case HOST, ENDPOINT -> {
            var far = parameter.type() == Parameter.Type.HOST ? "evil.example" : "evil.example:443";
            var given = Targets.call(tool, parameter, far);
            assertTrue(refused(tool.name(), given, Caller.MODEL, OPEN), tool.name());
            outward.add(tool.name());
          }
          case PATH, NAME, UNIT, INTEGER, DURATION, PATTERN, CHOICE -> {}
        }
      }
    }
    assertTrue(outward.containsAll(List.of("resolve-name", "tls-endpoint")), outward + "");
  }

  private static boolean refused(
      String tool, Map<String, String> given, Caller caller, Guard guard) {
    var toolbox = new Toolbox(new UntouchedHost(Platform.LINUX), CATALOG, guard);
    try {
      var ending = toolbox.run(new ToolCall(tool, given, caller)).ending();
      return assertInstanceOf(Ending.Refused.class, ending).rule().equals("policy");
    } catch (AssertionError touched) {
      assertTrue(touched.getMessage().contains("a refused call must touch nothing"), touched + "");
      return false;
    }
  }

  /** A device may be written to even where its mount is read-only; see docs/sandbox.md. */
  @Test
  void no_program_with_arguments_of_a_caller_sees_the_devices() {
    for (var tool : CATALOG.all()) {
      var sees =
          tool.forms().values().stream()
              .flatMap(List::stream)
              .anyMatch(form -> form.sees().contains(Sight.DEVICES));
      assertTrue(!sees || tool.parameters().isEmpty(), tool.name());
    }
  }

  private static ToolResult run(Tool tool, Map<String, String> given, Caller caller) {
    return new Toolbox(new UntouchedHost(Platform.LINUX), CATALOG, OPEN)
        .run(new ToolCall(tool.name(), given, caller));
  }
}
