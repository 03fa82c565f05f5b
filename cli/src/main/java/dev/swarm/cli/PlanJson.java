package dev.swarm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.tools.Wanted;

/** A plan for programs: the lists of a manifest, with the number of samples in each entry. */
final class PlanJson {
  private PlanJson() {}

  static String of(RecordingPlan plan) {
    var mapper = new JsonMapper();
    var root = mapper.createObjectNode();
    root.put("platform", plan.platform().id());
    var commands = root.putArray("commands");
    var files = root.putArray("files");
    var directories = root.putArray("directories");
    for (var one : plan.wanted()) {
      switch (one) {
        case Wanted.Command(var argv, var samples) -> {
          var command = commands.addObject();
          argv.forEach(command.putArray("argv")::add);
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
