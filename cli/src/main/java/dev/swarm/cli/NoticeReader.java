package dev.swarm.cli;

import dev.swarm.coordinator.notice.Form;
import dev.swarm.coordinator.notice.Happening;
import dev.swarm.protocol.Severity;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code notices:}, each a webhook that is told what runs change. What somebody wrote in the
 * place of a URL is never repeated in a message: it is a secret.
 */
final class NoticeReader {
  private static final Set<Happening> USUAL =
      EnumSet.of(Happening.NEW, Happening.BACK, Happening.FIXED);

  private NoticeReader() {}

  /** The destinations of {@code settings}, in the order written. */
  static List<NoticeSettings> read(YamlMap settings) {
    var notices = new ArrayList<NoticeSettings>();
    var names = new HashSet<String>();
    for (var one : settings.maps("notices")) {
      var notice = notice(one);
      if (notice.isPresent() && !names.add(notice.get().name())) {
        one.problem("name", "two notices are named '" + notice.get().name() + "'");
      }
      notice.ifPresent(notices::add);
    }
    return List.copyOf(notices);
  }

  private static Optional<NoticeSettings> notice(YamlMap map) {
    int before = map.file().problemCount();
    var name = map.required("name");
    if (!name.isEmpty() && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      map.problem("name", "'name' is a short name of letters, digits, . _ or -");
    }
    var url = url(map);
    var form =
        map.read("form", text -> RoutersReader.one(text, Form.values(), Form::id))
            .orElse(Form.JSON);
    var atLeast =
        map.read("at-least", text -> RoutersReader.one(text, Severity.values(), Severity::id))
            .orElse(Severity.WARNING);
    var events =
        map.readAll("events", text -> RoutersReader.one(text, Happening.values(), Happening::id));
    map.finish();
    return map.file().problemCount() > before
        ? Optional.empty()
        : url.map(where -> new NoticeSettings(name, where, form, atLeast, chosen(events)));
  }

  private static Set<Happening> chosen(List<Happening> events) {
    return events.isEmpty() ? USUAL : EnumSet.copyOf(events);
  }

  private static Optional<KeySource> url(YamlMap map) {
    if (!map.has("url") || !map.isMap("url")) {
      map.problem(
          "url",
          "whoever knows a webhook's URL may write to it, so it does not stand in this file; say"
              + " where it is found: url: {env: VARIABLE} or url: {file: /path}");
      return Optional.empty();
    }
    return map.map("url").flatMap(NoticeReader::source);
  }

  private static Optional<KeySource> source(YamlMap map) {
    var variable = map.read("env", KeySourceReader::variable);
    var file = map.read("file", RoutersReader::file);
    map.finish();
    if (map.has("env") == map.has("file")) {
      map.problem("", "'url' holds one of env and file");
      return Optional.empty();
    }
    return variable
        .<KeySource>map(KeySource.Environment::new)
        .or(() -> file.map(KeySource.File::new));
  }
}
