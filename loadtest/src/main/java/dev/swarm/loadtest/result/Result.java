package dev.swarm.loadtest.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a load test came to. Its JSON has these names; times are in milliseconds, sizes in bytes.
 *
 * @param failed subtasks without a result
 * @param failedByCause the same, by cause
 * @param incomplete of those that succeeded, the ones in which the model's look is lacking
 * @param wallMillis from the question to the end of the run, durable and with all nodes told; of
 *     several passes from the first to the last
 * @param turns replies of the model that came home
 * @param taskMillis of a task, from the moment at which there was a place for it to its outcome:
 *     what delays its beginning counts, so nothing is omitted
 * @param startMillis of that, until its node had accepted it
 * @param idealMillis of the same tasks, if nothing but thinking took time; zero where a real model
 *     thought
 * @param slotUtilisation of the router, from its own log: time in slots / (slots × wall)
 * @param ownCpuMillisPerTask of coordinator and agents, without the programs that they start and
 *     without the router
 * @param commandCpuMillisPerTask of the programs
 */
public record Result(
    String scenario,
    String started,
    Setting setting,
    int passes,
    int succeeded,
    int failed,
    Map<String, Integer> failedByCause,
    int incomplete,
    double wallMillis,
    double tasksPerMinute,
    long toolCalls,
    long turns,
    Spread taskMillis,
    Spread startMillis,
    List<Node> nodes,
    IdealMillis idealMillis,
    double slotUtilisation,
    double ownCpuMillisPerTask,
    double commandCpuMillisPerTask,
    Coordinator coordinator,
    Router router,
    Bus bus,
    List<Span> spans,
    List<Fault> faults) {
  public Result {
    failedByCause = Collections.unmodifiableMap(new TreeMap<>(failedByCause));
    nodes = List.copyOf(nodes);
    spans = List.copyOf(spans);
    faults = List.copyOf(faults);
  }

  /** The same where nobody knows how long the model meant to think, nor has its log. */
  public Result withoutIdeal() {
    return new Result(
        scenario,
        started,
        setting,
        passes,
        succeeded,
        failed,
        failedByCause,
        incomplete,
        wallMillis,
        tasksPerMinute,
        toolCalls,
        turns,
        taskMillis,
        startMillis,
        nodes,
        IdealMillis.UNKNOWN,
        0,
        ownCpuMillisPerTask,
        commandCpuMillisPerTask,
        coordinator,
        router,
        bus,
        spans,
        faults);
  }

  /**
   * What was asked for, and of which machine.
   *
   * @param loadBefore load average over a minute before it began: what else the machine had to do
   */
  public record Setting(
      int nodes,
      int tasks,
      int concurrency,
      int slots,
      String rounds,
      String think,
      long seed,
      String isolation,
      int processes,
      boolean sandbox,
      String order,
      String faults,
      int cores,
      double loadBefore,
      double loadAfter) {}

  /** How values are spread. */
  public record Spread(long count, double mean, double p50, double p95, double p99, double max) {
    /** Of no values. */
    public static final Spread NONE = new Spread(0, 0, 0, 0, 0, 0);
  }

  /**
   * One node's part. Where several share a process, its processor time and memory are divided
   * evenly among them.
   *
   * @param load average over a minute, as the node last told
   */
  public record Node(
      String node,
      int tasks,
      int failed,
      int toolCalls,
      double averageMillis,
      long cpuMillis,
      long commandCpuMillis,
      double load,
      long residentBytes) {}

  /** See {@link dev.swarm.loadtest.work.Ideal}. */
  public record IdealMillis(double lowerBound, double firstCome, double longestFirst) {
    /** Nobody knows. */
    public static final IdealMillis UNKNOWN = new IdealMillis(0, 0, 0);
  }

  /** The process of the coordinator, and of the load test itself. */
  public record Coordinator(long cpuMillis, long residentBytes, long heapPeakBytes) {}

  /**
   * The router, as its own log tells.
   *
   * @param load the most within each tenth of a second in which something changed
   */
  public record Router(
      long requests,
      long replies,
      long refused,
      long aborted,
      double busyMillis,
      long bytesIn,
      long bytesOut,
      int workingMost,
      int waitingMost,
      List<Load> load) {
    /** It is not ours, and keeps no log for us. */
    public static final Router UNKNOWN = new Router(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    public Router {
      load = List.copyOf(load);
    }
  }

  /** How many requests were worked on and waited from then on. */
  public record Load(long atMillis, int working, int waiting) {}

  /**
   * Messages at the coordinator's door, both ways.
   *
   * @param requestMillis from a request of the coordinator to its answer
   */
  public record Bus(long messages, long bytes, Spread requestMillis, Map<String, Traffic> byType) {
    public Bus {
      byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    }
  }

  /** Messages of one type. */
  public record Traffic(long messages, long bytes) {
    /** Both together. */
    public Traffic plus(Traffic other) {
      return new Traffic(messages + other.messages, bytes + other.bytes);
    }
  }

  /** One task, in time since the first pass began. */
  public record Span(
      String node,
      String area,
      double offeredMillis,
      double acceptedMillis,
      double endedMillis,
      int toolCalls,
      boolean succeeded) {}

  /** What was made to go wrong. */
  public record Fault(double atMillis, String what) {}
}
