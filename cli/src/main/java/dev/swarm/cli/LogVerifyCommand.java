package dev.swarm.cli;

import dev.swarm.agent.chain.Signer;
import dev.swarm.agent.chain.Verification;
import dev.swarm.agent.log.CommandLog;
import dev.swarm.bus.seal.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm log verify}: is the command log as it was written? */
@Command(
    name = "verify",
    description = "Checks that nobody changed, cut or dropped a line of the command log.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every line is as it was written",
      "1:something was changed",
      "2:usage or configuration, or there is no log"
    })
final class LogVerifyCommand implements Callable<Integer> {
  private static final int CHANGED = 1;

  private final Surroundings here;

  @Mixin private final Setup setup;

  @Option(
      names = "--key",
      order = 61,
      paramLabel = "FILE",
      description = "The key of this machine's agent; default fleet.key of swarm.yaml.")
  @Nullable
  private Path key;

  LogVerifyCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var settings = setup.settings();
    var file = AgentState.folder(here, settings).resolve("commands.log");
    var named = Optional.ofNullable(key).or(settings.fleet()::key);
    try {
      return told(CommandLog.verify(file, named.map(LogVerifyCommand::check)));
    } catch (IOException e) {
      throw new UsageException("could not read the command log " + file + ": " + e.getMessage());
    }
  }

  private static Signer.Check check(Path file) {
    var verifying = new KeyFile(file).read().key().verifying();
    return verifying::signed;
  }

  private int told(Verification verification) {
    return switch (verification) {
      case Verification.Sound sound -> {
        here.out().println(sound(sound));
        yield Exit.DONE.code();
      }
      case Verification.Broken(var damage) -> {
        here.out().println("changed: " + damage);
        yield CHANGED;
      }
    };
  }

  private static String sound(Verification.Sound sound) {
    return "sound: lines "
        + sound.first()
        + " to "
        + sound.last()
        + (sound.signed()
            ? ", the end signed by the node's key"
            : ", and where it ends is believed: name the node's key with --key")
        + (sound.beyond() > 0 ? ", " + sound.beyond() + " written since" : "");
  }
}
