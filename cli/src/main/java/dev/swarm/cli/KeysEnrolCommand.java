package dev.swarm.cli;

import dev.swarm.protocol.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm keys enrol NODE}. */
@Command(
    name = "enrol",
    description = "Makes the key of a machine, with all that it needs to join: one file.",
    footer = {
      "",
      "NODE has to be the machine's own name, as uname -n tells it there: an agent goes by the",
      "name on its key, and with another one its reports would speak of another node.",
      "Move the file there and keep no copy: whoever has it can speak as that machine. Its",
      "path is printed."
    })
final class KeysEnrolCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final KeysPlace place;
  @Mixin private final KeyIssue issue = new KeyIssue();

  @Parameters(paramLabel = "NODE", description = "The name of the machine, as uname -n says.")
  private String name = "";

  KeysEnrolCommand(Surroundings here) {
    this.here = here;
    this.place = new KeysPlace(here);
  }

  @Override
  public Integer call() {
    var file = issue.make(place.folder(), Role.NODE, name);
    here.say("made the key of the node " + name + "; move it there, and name it in its swarm.yaml");
    here.out().println(file);
    return Exit.DONE.code();
  }
}
