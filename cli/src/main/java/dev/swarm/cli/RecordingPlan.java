package dev.swarm.cli;

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

/**
 * Everything that an audit would ask of a machine, in the order of its checks. What depends on what
 * is found ({@code {path}} of a follow-up) stays as a placeholder.
 */
record RecordingPlan(Platform platform, List<Wanted> wanted) {
  RecordingPlan {
    wanted = List.copyOf(wanted);
  }

  static RecordingPlan of(Knowledge knowledge, Settings settings, Platform platform) {
    var asking = new Asking(knowledge, platform);
    asking.all.addAll(Wanted.facts(platform));
    var questions = new Questions(Facts.of(Map.of()), settings.lists());
    for (var check : knowledge.checks().all()) {
      if (check.platforms().contains(platform)) {
        questions
            .of(check)
            .forEach(question -> asking.tool(question.call().tool(), question.call().arguments()));
        check.next().stream()
            .map(Check.FollowUp::tool)
            .forEach(tool -> asking.tool(tool, Map.of()));
      }
    }
    return new RecordingPlan(platform, List.copyOf(asking.all));
  }

  /** Gathers what tools ask, each thing once. */
  private record Asking(Knowledge knowledge, Platform platform, Set<Wanted> all) {
    Asking(Knowledge knowledge, Platform platform) {
      this(knowledge, platform, new LinkedHashSet<>());
    }

    void tool(String name, Map<String, String> arguments) {
      knowledge
          .catalog()
          .tool(name)
          .ifPresent(tool -> {
            tool.forms(platform).stream()
                .flatMap(form -> form.each().stream())
                .forEach(other -> tool(other, Map.of()));
            asked(tool, arguments);
          });
    }

    private void asked(Tool tool, Map<String, String> arguments) {
      for (var one : Wanted.of(tool, arguments, platform)) {
        switch (one) {
          case Wanted.File(var path, _) -> onTheWay(path);
          case Wanted.Directory(var path) -> onTheWay(path);
          case Wanted.Command _ -> {}
        }
        all.add(one);
      }
    }

    /** A glob is found by listing every directory in which it has a choice. */
    private void onTheWay(String path) {
      for (int star = path.indexOf('*'); star >= 0; star = path.indexOf('*', star + 1)) {
        int slash = path.lastIndexOf('/', star);
        all.add(new Wanted.Directory(slash == 0 ? "/" : path.substring(0, slash)));
      }
    }
  }
}
