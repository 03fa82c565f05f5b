package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The findings that somebody says something of, and how it comes into the store. */
final class JudgedFindings {
  /** Fewer digits name another finding too easily. */
  private static final int LEAST = 4;

  @Parameters(
      arity = "1..*",
      paramLabel = "FINDING",
      description = "Its id, or the beginning of it, as swarm findings and reports show it.")
  private List<String> findings = List.of();

  @Option(
      names = "--node",
      order = 1,
      paramLabel = "NODE",
      description = "On this node; default: wherever it was seen.")
  @Nullable
  private String node;

  /** Says {@code judgement} of each of them, all or none known. */
  int judge(Surroundings here, Settings settings, Judgement judgement, String word) {
    try (var store = Opening.store(here, settings)) {
      var lives = store.lives();
      var meant = meant(lives.all());
      for (var life : meant) {
        var now = judged(lives, life, judgement);
        here.out().println(word + ": " + now.node() + ": " + now.title());
      }
      return Exit.DONE.code();
    }
  }

  /** Who says it. */
  static String by(Surroundings here) {
    return here.folders().user();
  }

  private List<Life> meant(List<Life> all) {
    var meant = new ArrayList<Life>();
    for (var finding : findings) {
      meant.addAll(meant(all, finding));
    }
    return meant.stream().distinct().toList();
  }

  private List<Life> meant(List<Life> all, String finding) {
    var named =
        all.stream().filter(life -> life.fingerprint().value().startsWith(finding)).toList();
    if (finding.length() < LEAST || named.isEmpty()) {
      throw new UsageException(
          "there is no finding '" + finding + "'; swarm findings --life all lists them");
    }
    if (named.stream().map(Life::fingerprint).distinct().count() > 1) {
      throw new UsageException(
          "more than one finding begins with '" + finding + "'; write more of its id");
    }
    var here = named.stream().filter(life -> node == null || life.node().equals(node)).toList();
    if (here.isEmpty()) {
      throw new UsageException(
          "finding " + finding + " was never seen on '" + node + "'; swarm findings --life all");
    }
    return here;
  }

  private static Life judged(Lives lives, Life life, Judgement judgement) {
    try {
      return lives.judge(life.node(), life.fingerprint(), judgement).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException reason) {
        throw reason;
      }
      throw e;
    }
  }

  /** What somebody wrote, as a judgement takes it. */
  static <T extends Judgement> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException("could not judge: " + e.getMessage());
    }
  }
}
