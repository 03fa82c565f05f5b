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
  /** Each round another path: a loop that knows an answer already would not run the tool. */
  private static final List<String> THREE = List.of("/", "/dev", "/proc");

  private static final List<String> FOUR = List.of("/tmp", "/sys", "/run", "/etc");
  private static final String CONCLUDE = "conclude";

  private final AtomicInteger conversations = new AtomicInteger();

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public Turn turn(Asked asked) {
    var made = asked.replies().stream().map(Assistant::calls).flatMap(List::stream).toList();
    var paths = made.isEmpty() ? next() : pathsOf(made.getFirst());
    if (made.size() < paths.size()) {
      return Turn.wants(new Wish(Work.TOOL, "{\"path\":\"" + paths.get(made.size()) + "\"}"));
    }
    return asked.tools().tool(CONCLUDE).isPresent()
        ? Turn.wants(new Wish(CONCLUDE, "{\"summary\":\"no file system is full\"}"))
        : Turn.says("No file system is full.");
  }

  private List<String> next() {
    return conversations.getAndIncrement() % 2 == 0 ? THREE : FOUR;
  }

  private static List<String> pathsOf(Call first) {
    return first.arguments().contains(FOUR.getFirst()) ? FOUR : THREE;
  }
}
