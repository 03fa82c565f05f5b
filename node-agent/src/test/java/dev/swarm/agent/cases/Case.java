package dev.swarm.agent.cases;

import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case of a check, as the YAML files under {@code cases/} state it; see CONTRIBUTING.md. */
record Case(String file, Map<String, Object> stated) {

  String check() {
    return text(stated, "check").orElseThrow();
  }

  String name() {
    return text(stated, "name").orElseThrow();
  }

  Map<String, Object> expect() {
    return map(stated.get("expect"));
  }

  @Override
  public String toString() {
    return check() + ": " + name();
  }

  Map<String, List<String>> config() {
    var config = new LinkedHashMap<String, List<String>>();
    map(stated.get("config")).forEach((name, items) -> config.put(name, texts(items)));
    return config;
  }

  Recording recording() {
    var linux = !"macos".equals(stated.get("platform"));
    return new Recording(
        linux ? Platform.LINUX : Platform.MACOS,
        text(stated, "hostname").orElse("casehost"),
        Boolean.FALSE.equals(stated.get("root")) ? 1000 : 0,
        Instant.parse(text(stated, "now").orElse("2026-11-20T12:00:00Z")),
        commands(),
        files(linux),
        directories());
  }

  private Map<Recording.Asked, CommandResult> commands() {
    var commands = new LinkedHashMap<Recording.Asked, CommandResult>();
    for (var one : list(stated.get("commands"))) {
      var command = map(one);
      var argv =
          command.get("argv") instanceof List<?> words
              ? texts(words)
              : List.of(text(command, "argv").orElseThrow().split(" "));
      int sample = Integer.parseInt(text(command, "sample").orElse("1"));
      commands.put(new Recording.Asked(argv, sample), result(command));
    }
    return commands;
  }

  private static CommandResult result(Map<String, Object> command) {
    var stdout = new Output(text(command, "stdout").orElse(""), 0);
    var stderr = new Output(text(command, "stderr").orElse(""), 0);
    var error = text(command, "error");
    if (error.isEmpty()) {
      int exit = Integer.parseInt(text(command, "exit").orElse("0"));
      return new CommandResult.Exited(exit, stdout, stderr, Duration.ofMillis(3));
    }
    var why = failure(error.get());
    return why == Failure.ABSENT || why == Failure.DENIED
        ? new CommandResult.NotStarted(why, error.get())
        : new CommandResult.Broken(why, error.get(), stdout, stderr, Duration.ofSeconds(5));
  }

  private Map<Recording.Read, FileResult> files(boolean linux) {
    var files = new LinkedHashMap<Recording.Read, FileResult>();
    if (linux) {
      int cores = Integer.parseInt(text(stated, "cores").orElse("4"));
      put(files, "/sys/devices/system/cpu/online", cores == 1 ? "0" : "0-" + (cores - 1));
      text(stated, "memory")
          .ifPresent(bytes ->
              put(files, "/proc/meminfo", "MemTotal: " + Long.parseLong(bytes) / 1024 + " kB\n"));
    }
    map(stated.get("files")).forEach((path, content) -> put(files, path, content));
    return files;
  }

  private static void put(Map<Recording.Read, FileResult> files, String path, Object content) {
    if (content instanceof List<?> samples) {
      for (int i = 0; i < samples.size(); i++) {
        files.put(new Recording.Read(path, i + 1), content(samples.get(i)));
      }
    } else if (content instanceof Map<?, ?> failed) {
      files.put(
          new Recording.Read(path, 1),
          new FileResult.Failed(failure(String.valueOf(failed.get("error"))), path + " failed"));
    } else {
      files.put(new Recording.Read(path, 1), content(content));
    }
  }

  private static FileResult content(Object text) {
    return new FileResult.Content(new Output(String.valueOf(text), 0));
  }

  private Map<String, DirectoryResult> directories() {
    var directories = new LinkedHashMap<String, DirectoryResult>();
    map(stated.get("directories"))
        .forEach((path, entries) -> directories.put(path, directory(path, entries)));
    return directories;
  }

  private static DirectoryResult directory(String path, Object entries) {
    if (entries instanceof Map<?, ?> failed) {
      return new DirectoryResult.Failed(
          failure(String.valueOf(failed.get("error"))), path + " failed");
    }
    var listing = new ArrayList<DirectoryResult.Entry>();
    for (var one : list(entries)) {
      listing.add(entry(one instanceof String name ? Map.of("name", name) : map(one)));
    }
    return new DirectoryResult.Listing(listing);
  }

  private static DirectoryResult.Entry entry(Map<String, Object> entry) {
    return new DirectoryResult.Entry(
        text(entry, "name").orElseThrow(),
        DirectoryResult.Type.valueOf(
            text(entry, "type").orElse("file").toUpperCase(java.util.Locale.ROOT)),
        Long.parseLong(text(entry, "size").orElse("0")),
        Instant.parse(text(entry, "modified").orElse("2026-11-20T11:00:00Z")),
        text(entry, "target"));
  }

  private static Failure failure(String code) {
    return switch (code) {
      case "ENOENT" -> Failure.ABSENT;
      case "EACCES" -> Failure.DENIED;
      case "timeout" -> Failure.TIMED_OUT;
      case "signal" -> Failure.SIGNALLED;
      default -> throw new IllegalArgumentException("no such error: " + code);
    };
  }

  static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(Case::text);
  }

  private static String text(Object value) {
    return value instanceof java.util.Date date
        ? date.toInstant().toString()
        : String.valueOf(value);
  }

  private static List<String> texts(Object value) {
    return list(value).stream().map(Case::text).toList();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
