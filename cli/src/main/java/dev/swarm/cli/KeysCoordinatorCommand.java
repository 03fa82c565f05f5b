package dev.swarm.cli;

import dev.swarm.protocol.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm keys coordinator NAME}. */
@Command(
    name = "coordinator",
    description = "Makes the key of a further coordinator: of a person, or of a standby.",
    footer = {
      "",
      "Whoever has the file may command every node whose policy does not say otherwise.",
      "Its path is printed."
    })
final class KeysCoordinatorCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final KeysPlace place;
  @Mixin private final KeyIssue issue = new KeyIssue();

  @Parameters(paramLabel = "NAME", description = "Who commands, as nodes log it.")
  private String name = "";

  KeysCoordinatorCommand(Surroundings here) {
    this.here = here;
    this.place = new KeysPlace(here);
  }

  @Override
  public Integer call() {
    var file = issue.make(place.folder(), Role.COORDINATOR, name);
    here.say("made the key of the coordinator " + name + "; move it to where it is needed");
    here.out().println(file);
    return Exit.DONE.code();
  }
}
