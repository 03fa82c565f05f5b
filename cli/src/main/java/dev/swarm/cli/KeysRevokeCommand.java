package dev.swarm.cli;

import dev.swarm.bus.seal.issue.Issued;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm keys revoke}. */
@Command(
    name = "revoke",
    description = "Revokes the keys of a node or coordinator, for good.",
    footer = {
      "",
      "The list of revoked keys goes with the next roll-call of each coordinator that has it to",
      "every node, which keeps it: swarm nodes calls the roll at once. A coordinator has it if",
      "the file 'revocations' lies beside its key."
    })
final class KeysRevokeCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final KeysPlace place;

  @Parameters(
      paramLabel = "NAME|KEY",
      description = "The name, for all its keys; or the first 8 or more digits of a key's id.")
  private String name = "";

  KeysRevokeCommand(Surroundings here) {
    this.here = here;
    this.place = new KeysPlace(here);
  }

  @Override
  public Integer call() {
    var folder = place.folder();
    var revoked = folder.revoke(name);
    here.say(
        "revoked "
            + revoked.keys().stream()
                .map(KeysRevokeCommand::words)
                .collect(Collectors.joining(", "))
            + " in list "
            + revoked.number()
            + "; nodes learn it at the next roll-call (swarm nodes), other coordinators from "
            + folder.revocationFile().path()
            + ", copied beside their keys");
    return Exit.DONE.code();
  }

  private static String words(Issued key) {
    return key.name() + " (" + key.key() + ")";
  }
}
