package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.swarm.tools.BuiltInTools;
import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolCall.Caller;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.LiveHost;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.rows.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in tool that runs a program gives the same rows bare and in the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxEqualityIT {
  private static final Catalog CATALOG = BuiltInTools.catalog();
  private static final int TRIES = 8;

  /** Lists of processes: other processes, our own among them, begin and end between two looks. */
  private static final Set<String> LASTING_ONLY =
      Set.of("processes-by-cpu", "processes-by-memory", "deleted-programs", "waiting-to-close");

  /** Fields that are another from one moment to the next. */
  private static final Map<String, Set<String>> VARYING =
      Map.of(
          // what a running process has used so far, and what it is doing just now
          "processes-by-cpu", Set.of("cpu_percent", "memory_percent", "rss", "elapsed", "state"),
          "processes-by-memory", Set.of("cpu_percent", "memory_percent", "rss", "elapsed", "state"),
          // the machine's other programs write while we look
          "filesystems",
              Set.of(
                  "used",
                  "available",
                  "used_percent",
                  "available_percent",
                  "inodes_used",
                  "inodes_free",
                  "inodes_free_percent"),
          // how many connections wait at this moment
          "listening-sockets", Set.of("queue"));

  @TempDir private static Path work;
  private Sandbox bubblewrap = new Sandbox.None("not looked for yet");

  @BeforeAll
  void look_for_the_sandbox() {
    bubblewrap = LiveHost.sandboxed(work).sandbox();
    assumeTrue(bubblewrap.contained(), bubblewrap::description);
    assumeTrue(LiveHost.sandboxed(work).root(), "what others own is told truly to root only");
  }

  static List<String> tools() {
    return CATALOG.all().stream()
        .filter(tool ->
            tool.forms(Platform.LINUX).stream()
                .anyMatch(form -> form.source() instanceof Source.Argv))
        .map(Tool::name)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tools")
  void rows_are_equal(String name) {
    var tool = CATALOG.tool(name).orElseThrow();
    for (int tries = 1; ; tries++) {
      var before = look(tool, new Sandbox.None("it is being tested"));
      var sandboxed = look(tool, bubblewrap);
      var after = look(tool, new Sandbox.None("it is being tested"));
      if (tries == TRIES || same(tool, before, sandboxed, after)) {
        assertEquals(kind(before), kind(sandboxed), () -> before + "\n" + sandboxed);
        assertEquals(Set.of(), missing(tool, before, sandboxed, after), "not seen in the sandbox");
        assertEquals(Set.of(), added(tool, before, sandboxed, after), "seen in the sandbox only");
        return;
      }
    }
  }

  @Test
  void what_is_excluded_exists() {
    assertEquals(Set.of(), unknown(LASTING_ONLY), "tools");
    VARYING.forEach((tool, fields) -> {
      var known =
          CATALOG.tool(tool).orElseThrow().forms(Platform.LINUX).stream()
              .flatMap(form -> form.rows().fields().stream())
              .map(field -> field.name())
              .collect(Collectors.toSet());
      var strange = new TreeSet<>(fields);
      strange.removeAll(known);
      assertEquals(Set.of(), strange, tool);
    });
  }

  private static Set<String> unknown(Set<String> tools) {
    var unknown = new TreeSet<>(tools);
    unknown.removeAll(CATALOG.tools().keySet());
    return unknown;
  }

  private static boolean same(
      Tool tool, ToolResult before, ToolResult sandboxed, ToolResult after) {
    return kind(before).equals(kind(sandboxed))
        && missing(tool, before, sandboxed, after).isEmpty()
        && added(tool, before, sandboxed, after).isEmpty();
  }

  /** What was there before and after, and was not seen in between. */
  private static Set<String> missing(
      Tool tool, ToolResult before, ToolResult sandboxed, ToolResult after) {
    var missing = rows(tool, before);
    missing.retainAll(rows(tool, after));
    missing.removeAll(rows(tool, sandboxed));
    return missing;
  }

  /** What was there neither before nor after, and was seen in between. */
  private static Set<String> added(
      Tool tool, ToolResult before, ToolResult sandboxed, ToolResult after) {
    if (LASTING_ONLY.contains(tool.name())) {
      return Set.of();
    }
    var added = rows(tool, sandboxed);
    added.removeAll(rows(tool, before));
    added.removeAll(rows(tool, after));
    return added;
  }

  private ToolResult look(Tool tool, Sandbox sandbox) {
    var toolbox =
        new Toolbox(new LiveHost(work, () -> sandbox), CATALOG, new Guard(true, false, Set.of()));
    return toolbox.run(new ToolCall(tool.name(), arguments(tool), Caller.OPERATOR));
  }

  private static Map<String, String> arguments(Tool tool) {
    var arguments = new HashMap<String, String>();
    tool.parameters().stream()
        .filter(Parameter::required)
        .forEach(one -> arguments.put(one.name(), argument(one.type())));
    return arguments;
  }

  private static String argument(Parameter.Type type) {
    return switch (type) {
      case PATH -> "/usr/share";
      case NAME -> "sshd";
      case UNIT -> "ssh.service";
      case HOST -> "localhost";
      case ENDPOINT -> "127.0.0.1:1";
      case INTEGER -> "1";
      case DURATION -> "1h";
      case PATTERN -> "error";
      case CHOICE -> throw new IllegalArgumentException("a choice has a default");
    };
  }

  /** How it ended, and for what cause where it could not look. */
  private static String kind(ToolResult result) {
    var ending = result.ending();
    return ending instanceof Ending.Unknown(var blind, _)
        ? "unknown " + blind
        : ending.getClass().getSimpleName();
  }

  private static Set<String> rows(Tool tool, ToolResult result) {
    var varying = VARYING.getOrDefault(tool.name(), Set.of());
    return result.rows().stream()
        .filter(row -> !worker(row))
        .map(row -> row.subject() + " " + stable(row, varying))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A thread of the kernel, which takes another name with each piece of work. */
  private static boolean worker(Row row) {
    return row.field("ppid").filter(parent -> parent.raw().equals("2")).isPresent();
  }

  private static Map<String, String> stable(Row row, Set<String> varying) {
    var fields = new java.util.TreeMap<String, String>();
    row.fields()
        .forEach((name, value) -> {
          if (!varying.contains(name)) {
            fields.put(name, value.raw());
          }
        });
    return fields;
  }
}
