package dev.swarm.loadtest.bench;

import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.scripted.Asked;
import dev.swarm.router.scripted.Brain;
import dev.swarm.router.scripted.Turn;
import dev.swarm.router.scripted.Turn.Wish;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that wants one tool call a round, three or four rounds in turn from task to task, and
 * then ends. Its first call tells how many rounds a conversation has, so that the server remembers
 * nothing of it.
 */
final class RoundsBrain implements Brain {
  private static final String CONCLUDE = "conclude";

  private final Rounds rounds;
  private final AtomicInteger conversations = new AtomicInteger();

  RoundsBrain(Rounds rounds) {
    this.rounds = rounds;
  }

  /**
   * Each round another path: a loop that knows an answer already would not run the tool.
   *
   * @param three the paths of every other conversation
   * @param four those of the others; the first is not in {@code three}, or they are the same
   */
  record Rounds(String tool, List<String> three, List<String> four) {
    /** A program is started each time. */
    static final Rounds PROGRAM =
        new Rounds(
            "disk-free", List.of("/", "/usr", "/proc"), List.of("/tmp", "/sys", "/run", "/etc"));

    /** A file below /proc is read each time. */
    static final Rounds FILE =
        new Rounds(
            "kernel-file",
            List.of("/proc/loadavg", "/proc/uptime", "/proc/version"),
            List.of("/proc/filesystems", "/proc/loadavg", "/proc/uptime", "/proc/version"));

    /** The same in every conversation: three files, and a fourth turn that concludes. */
    static final Rounds FOUR_TURNS = new Rounds("kernel-file", FILE.three(), FILE.three());
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public Turn turn(Asked asked) {
    var made = asked.replies().stream().map(Assistant::calls).flatMap(List::stream).toList();
    var paths = made.isEmpty() ? next() : pathsOf(made.getFirst());
    if (made.size() < paths.size()) {
      return Turn.wants(new Wish(rounds.tool(), "{\"path\":\"" + paths.get(made.size()) + "\"}"));
    }
    return asked.tools().tool(CONCLUDE).isPresent()
        ? Turn.wants(new Wish(CONCLUDE, "{\"summary\":\"no file system is full\"}"))
        : Turn.says("No file system is full.");
  }

  private List<String> next() {
    return conversations.getAndIncrement() % 2 == 0 ? rounds.three() : rounds.four();
  }

  private List<String> pathsOf(Call first) {
    return first.arguments().contains(rounds.four().getFirst()) ? rounds.four() : rounds.three();
  }
}
