package dev.swarm.cli;

import dev.swarm.bus.seal.issue.KeysFolder;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm keys init}. */
@Command(
    name = "init",
    description = "Makes the authority of a fleet and your own key, which may command its nodes.",
    footer = {"", "Nothing is overwritten. Keep a copy of authority.pem offline."})
final class KeysInitCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final KeysPlace place;
  @Mixin private final KeyValidity valid = new KeyValidity();

  @Option(
      names = "--fleet",
      order = 1,
      paramLabel = "NAME",
      description = "What the fleet is called; default fleet.")
  private String fleet = "fleet";

  @Option(
      names = "--coordinator",
      order = 2,
      paramLabel = "NAME",
      description = "The name on your own key, as nodes log it; default your user name.")
  @Nullable
  private String coordinator;

  KeysInitCommand(Surroundings here) {
    this.here = here;
    this.place = new KeysPlace(here);
  }

  @Override
  public Integer call() {
    var folder = place.folder();
    var name = Optional.ofNullable(coordinator).orElseGet(() -> here.folders().user());
    var own = folder.init(fleet, name, valid.time());
    here.say(
        "made the authority of "
            + own.cluster()
            + " in "
            + folder.path()
            + ", and the key of "
            + name
            + ", good until "
            + own.card().until()
            + "; next, for each machine: swarm keys enrol NODE");
    here.out().println(folder.path().resolve(KeysFolder.OPERATOR));
    return Exit.DONE.code();
  }
}
