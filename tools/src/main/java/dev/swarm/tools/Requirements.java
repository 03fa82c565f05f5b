package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Requirement;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import java.nio.file.Path;
import java.util.Optional;

/** Says what a form still lacks on this host before it can run. */
final class Requirements {
  private Requirements() {}

  /** The first requirement that is not met, as an ending; empty if the form can run. */
  static Optional<Ending> lacking(Host host, Form form) {
    for (var requirement : form.requires()) {
      var ending = lacking(host, form, requirement);
      if (ending.isPresent()) {
        return ending;
      }
    }
    return Optional.empty();
  }

  /** The reason to give where the program of {@code form} turned out not to exist. */
  static Ending noProgram(Form form, String program) {
    return form.requires().stream()
        .filter(requirement -> requirement.kind() == Requirement.Kind.BINARY)
        .filter(requirement -> requirement.value().equals(program))
        .findFirst()
        .map(Requirements::absent)
        .orElseGet(() -> new Ending.Unknown(Blind.MISSING, program + " is not installed"));
  }

  private static Optional<Ending> lacking(Host host, Form form, Requirement requirement) {
    return switch (requirement.kind()) {
      case PRIVILEGE ->
          host.root()
              ? Optional.empty()
              : Optional.of(new Ending.Unknown(Blind.PRIVILEGE, requirement.reason()));
      case BINARY ->
          startsIt(form, requirement.value())
              ? Optional.empty()
              : host.missing(requirement.value()).map(why -> ending(requirement, why));
      case FILE ->
          switch (host.read(Path.of(requirement.value()), 1)) {
            case FileResult.Content _ -> Optional.empty();
            case FileResult.Failed(var why, _) -> Optional.of(ending(requirement, why));
          };
      case DIRECTORY -> directory(host, requirement);
    };
  }

  /** One of several, separated by blanks, is enough; a glob holds where it matches anything. */
  private static Optional<Ending> directory(Host host, Requirement requirement) {
    var why = Failure.ABSENT;
    for (var place : requirement.value().split(" ")) {
      var failure = Globs.isGlob(place) ? unmatched(host, place) : unlisted(host, place);
      if (failure.isEmpty()) {
        return Optional.empty();
      }
      why = why == Failure.ABSENT ? failure.get() : why;
    }
    return Optional.of(ending(requirement, why));
  }

  private static Optional<Failure> unlisted(Host host, String place) {
    return host.list(Path.of(place)) instanceof DirectoryResult.Failed(var why, _)
        ? Optional.of(why)
        : Optional.empty();
  }

  private static Optional<Failure> unmatched(Host host, String glob) {
    var expansion = Globs.expand(host, glob);
    boolean named = Globs.isGlob(glob.substring(glob.lastIndexOf('/')));
    return expansion.paths().stream()
            .noneMatch(path -> named || host.list(path) instanceof DirectoryResult.Listing)
        ? Optional.of(expansion.failure().map(DirectoryResult.Failed::why).orElse(Failure.ABSENT))
        : Optional.empty();
  }

  /** Running the program tells whether it exists; no need to look first. */
  private static boolean startsIt(Form form, String program) {
    return form.source() instanceof Source.Argv(var words) && words.getFirst().equals(program);
  }

  private static Ending ending(Requirement requirement, Failure why) {
    return why == Failure.ABSENT
        ? absent(requirement)
        : new Ending.Unknown(ToolResult.blindness(why), "could not look at " + requirement.value());
  }

  private static Ending absent(Requirement requirement) {
    return requirement.absentMeansNotApplicable()
        ? new Ending.NotApplicable(requirement.reason())
        : new Ending.Unknown(Blind.MISSING, requirement.reason());
  }
}
