package dev.swarm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Questions;
import dev.swarm.tools.Wanted;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.host.Platform;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that an audit would ask of a machine, in the order of its checks. What depends on what
 * is found ({@code {path}} of a follow-up) stays as a placeholder.
 */
record RecordingPlan(Platform platform, Set<Wanted> wanted) {

  static RecordingPlan of(Knowledge knowledge, Settings settings, Platform platform) {
    var wanted = new LinkedHashSet<>(Wanted.facts(platform));
    var questions = new Questions(Facts.of(Map.of()), settings.lists());
    var checks =
        knowledge.checks().all().stream()
            .filter(check -> check.platforms().contains(platform))
            .toList();
    for (var check : checks) {
      for (var question : questions.of(check)) {
        knowledge
            .catalog()
            .tool(check.tool())
            .ifPresent(tool -> {
              named(tool, knowledge, platform, wanted);
              wanted.addAll(Wanted.of(tool, question.call().arguments(), platform));
            });
      }
    }
    checks.stream()
        .flatMap(check -> check.next().stream())
        .map(Check.FollowUp::tool)
        .distinct()
        .flatMap(name -> knowledge.catalog().tool(name).stream())
        .forEach(tool -> wanted.addAll(Wanted.of(tool, Map.of(), platform)));
    return new RecordingPlan(platform, wanted);
  }

  /** The tools for whose rows {@code tool} is run, before it. */
  private static void named(Tool tool, Knowledge knowledge, Platform platform, Set<Wanted> wanted) {
    tool.forms(platform).stream()
        .flatMap(form -> form.each().stream())
        .flatMap(name -> knowledge.catalog().tool(name).stream())
        .forEach(other -> wanted.addAll(Wanted.of(other, Map.of(), platform)));
  }

  /** A line each: {@code command}, {@code file} or {@code directory}, then what. */
  String text() {
    return wanted.stream()
        .map(one ->
            switch (one) {
              case Wanted.Command(var argv, var samples) ->
                  "command    " + quoted(argv) + twice(samples);
              case Wanted.File(var path, var samples) -> "file       " + path + twice(samples);
              case Wanted.Directory(var path) -> "directory  " + path;
            })
        .distinct()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String twice(int samples) {
    return samples == 2 ? "    (twice)" : "";
  }

  private static String quoted(List<String> argv) {
    return argv.stream()
        .map(word ->
            word.matches("[A-Za-z0-9_./:=,@%+{}-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /** The same for programs: the keys of a manifest, with the number of samples. */
  String json() {
    var mapper = new JsonMapper();
    var root = mapper.createObjectNode();
    root.put("platform", platform.id());
    var commands = root.putArray("commands");
    var files = root.putArray("files");
    var directories = root.putArray("directories");
    for (var one : wanted) {
      switch (one) {
        case Wanted.Command(var argv, var samples) -> {
          var command = commands.addObject();
          var words = command.putArray("argv");
          argv.forEach(words::add);
          command.put("samples", samples);
        }
        case Wanted.File(var path, var samples) ->
            files.addObject().put("path", path).put("samples", samples);
        case Wanted.Directory(var path) -> directories.addObject().put("path", path);
      }
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan is always JSON", e);
    }
  }
}
