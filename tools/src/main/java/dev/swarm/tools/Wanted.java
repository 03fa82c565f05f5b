package dev.swarm.tools;

import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Requirement;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One thing that a tool asks of a host, known without asking: for the plan of a recording. */
public sealed interface Wanted {

  /** A command, {@code samples} times. */
  record Command(List<String> argv, int samples) implements Wanted {}

  /** A file, or a glob of files. */
  record File(String path, int samples) implements Wanted {}

  /** A list of a directory, or of a glob of directories. */
  record Directory(String path) implements Wanted {}

  /**
   * All that {@code tool} may ask, its fallbacks and prerequisites included. A parameter without
   * value stays as {@code {name}}.
   */
  static List<Wanted> of(Tool tool, Map<String, String> arguments, Platform platform) {
    var values = new java.util.LinkedHashMap<String, String>();
    for (var parameter : tool.parameters()) {
      var given = arguments.get(parameter.name());
      if (given != null) {
        values.put(parameter.name(), given);
      } else {
        parameter
            .fallback()
            .or(() ->
                parameter.required()
                    ? java.util.Optional.of("{" + parameter.name() + "}")
                    : java.util.Optional.empty())
            .ifPresent(value -> values.put(parameter.name(), value));
      }
    }
    var wanted = new ArrayList<Wanted>();
    for (var form : tool.forms(platform)) {
      form.requires().forEach(requirement -> required(requirement, wanted));
      source(form, words(form, values), wanted);
    }
    return List.copyOf(wanted);
  }

  /** The fields of another tool's rows are known only when that tool has run. */
  private static List<String> words(Form form, Map<String, String> values) {
    var words = SourceWords.of(form.source());
    return form.each().isPresent() ? words : Placeholders.fill(words, values);
  }

  /** What the facts of a host are read from. */
  static List<Wanted> facts(Platform platform) {
    return switch (platform) {
      case LINUX ->
          List.of(
              new File("/sys/devices/system/cpu/online", 1),
              new File("/proc/meminfo", 1),
              new File("/proc/sys/kernel/osrelease", 1),
              new File("/proc/uptime", 1));
      case MACOS -> List.of(new Command(List.of("sysctl", "-n", "hw.logicalcpu", "hw.memsize"), 1));
    };
  }

  private static void required(Requirement requirement, List<Wanted> wanted) {
    switch (requirement.kind()) {
      case FILE -> wanted.add(new File(requirement.value(), 1));
      case DIRECTORY -> {
        for (var place : requirement.value().split(" ")) {
          wanted.add(new Directory(place));
        }
      }
      case BINARY, PRIVILEGE -> {}
    }
  }

  private static void source(Form form, List<String> words, List<Wanted> wanted) {
    switch (form.source()) {
      case Source.Argv _ -> wanted.add(new Command(words, form.samples()));
      case Source.Files _ -> words.forEach(glob -> wanted.add(new File(glob, form.samples())));
      case Source.Directories _ -> words.forEach(glob -> wanted.add(new Directory(glob)));
      case Source.Reader(var name) -> reader(name, form.samples(), wanted);
    }
  }

  private static void reader(String name, int samples, List<Wanted> wanted) {
    wanted.add(new Directory("/proc"));
    switch (name) {
      case "processes" -> {
        wanted.add(new File("/etc/passwd", 1));
        wanted.add(new File("/proc/uptime", samples));
        wanted.add(new File("/proc/[pid]/stat", samples));
        wanted.add(new File("/proc/[pid]/status", samples));
        wanted.add(new File("/proc/[pid]/wchan", samples));
        wanted.add(new File("/proc/[pid]/sched", samples));
      }
      case "descriptors" -> {
        wanted.add(new Directory("/proc/[pid]/fd"));
        wanted.add(new File("/proc/[pid]/limits", samples));
        wanted.add(new File("/proc/[pid]/comm", samples));
      }
      default -> {
        wanted.add(new Directory("/proc/[pid]/fd"));
        wanted.add(new File("/proc/[pid]/comm", samples));
      }
    }
  }
}
