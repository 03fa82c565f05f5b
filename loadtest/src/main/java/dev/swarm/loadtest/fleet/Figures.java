package dev.swarm.loadtest.fleet;

import java.util.Locale;
import java.util.Map;

/**
 * What one audit of the simulated fleet came to.
 *
 * @param wallMillis from the question to the last outcome, durable
 * @param idealMillis with every slot of the router in use all the time
 * @param mergeMillis for the report
 * @param completed subtasks
 * @param failed the others, by cause
 * @param lacking of those completed, those without a model's look, by reason
 * @param fewestCalls tool calls of the node that made the fewest
 * @param heapPeak of the coordinator, garbage included, MiB
 * @param heapKept of the coordinator after a collection, MiB
 * @param loopTask the longest task on an event loop of the coordinator, ms
 * @param loopTaskProcessor how much of it was processor time, ms
 * @param cpuMillis of the coordinator
 * @param cpuMillisOfAgents of all processes of agents
 * @param events recorded
 */
record Figures(
    int round,
    int agents,
    int slots,
    long wallMillis,
    long idealMillis,
    long mergeMillis,
    int completed,
    Map<String, Integer> failed,
    Map<String, Integer> lacking,
    long toolCalls,
    int fewestCalls,
    int mostCalls,
    long heapPeak,
    long heapKept,
    long loopTask,
    long loopTaskProcessor,
    long cpuMillis,
    long cpuMillisOfAgents,
    long cpuMillisOfRouter,
    long events) {

  /** One line for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "round %d: %d agents, %d slots: wall %.2f s, ideal %.2f s (%.0f %% of the slots used);"
            + " completed %d, failed %s, without a model %s; tool calls %d, %d to %d a node;"
            + " coordinator: heap %d MiB at most, %d MiB kept, longest task of a loop %d ms (%d ms"
            + " of it processor time), CPU %.2f s, of the agents %.2f s, of the router %.2f s; %d"
            + " events, merged in %.2f s",
        round,
        agents,
        slots,
        wallMillis / 1000.0,
        idealMillis / 1000.0,
        100.0 * idealMillis / wallMillis,
        completed,
        failed,
        lacking,
        toolCalls,
        fewestCalls,
        mostCalls,
        heapPeak,
        heapKept,
        loopTask,
        loopTaskProcessor,
        cpuMillis / 1000.0,
        cpuMillisOfAgents / 1000.0,
        cpuMillisOfRouter / 1000.0,
        events,
        mergeMillis / 1000.0);
  }
}
