package dev.swarm.loadtest.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The work of a load test without a fleet: task {@code n} has a tool for each of its rounds, {@code
 * tn-1}, {@code tn-2} and so on, by whose names the scripted router knows it. They run the same
 * three programs in turn.
 *
 * @param url of the router
 * @param tasks of the whole work
 * @param atOnce tasks at the same time
 * @param rounds of each task, over and over
 */
record PeerWork(String url, int tasks, int atOnce, List<Integer> rounds) {
  private static final List<List<String>> PROGRAMS =
      List.of(List.of("df", "-P"), List.of("uptime"), List.of("cat", "/proc/loadavg"));

  /** Reads {@code URL TASKS AT-ONCE ROUNDS}, the last as {@code 1,1,3}. */
  static PeerWork of(String[] args) {
    var rounds = Arrays.stream(args[3].split(",")).map(Integer::valueOf).toList();
    return new PeerWork(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), rounds);
  }

  /** What the tools of task {@code number}, from 1, are called. */
  List<String> tools(int number) {
    return IntStream.rangeClosed(1, rounds.get((number - 1) % rounds.size()))
        .mapToObj(call -> "t" + number + "-" + call)
        .toList();
  }

  /** Runs what a tool stands for. */
  static String run(String tool) throws IOException, InterruptedException {
    int call = Integer.parseInt(tool.substring(tool.indexOf('-') + 1));
    var process =
        new ProcessBuilder(PROGRAMS.get((call - 1) % PROGRAMS.size()))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    return exit == 0 ? text : "exit " + exit + ": " + text;
  }

  /** Does all tasks, and prints a line about it; ends the process. */
  void time(String name, IntConsumer task) throws InterruptedException, ExecutionException {
    new PeerTiming(tasks, atOnce).time(name, task);
  }
}
