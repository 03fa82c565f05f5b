package dev.swarm.protocol;

import java.util.List;
import java.util.Map;

/**
 * A node is alive: published by each agent at once when it joins, and every few seconds from then
 * on, as the {@link Tempo} says.
 *
 * @param instance of the agent, new with each start; the pair (instance, number) is what a command
 *     has to echo to count as fresh
 * @param number counts from 1 within the instance
 * @param heard sessions of the coordinators that called the roll lately; a coordinator takes a beat
 *     for life only if its own session is among them, so that an old beat proves nothing
 * @param busy subtasks in hand
 * @param load the machine's load average over a minute; negative where it is not known
 * @param running what is being worked
 * @param kept outcomes on disk that nobody has acknowledged yet
 * @param refused messages turned away since the start, by reason; labels of {@link Rejection}
 * @param strangers members of the cluster that show no valid claim, as {@code host:port}
 */
public record Beat(
    String node,
    String instance,
    long number,
    List<String> heard,
    int busy,
    int capacity,
    double load,
    List<Attempt> running,
    int kept,
    Map<String, Integer> refused,
    List<String> strangers) {
  public Beat {
    Text.require(node, "node");
    Text.require(instance, "instance");
    heard = List.copyOf(heard);
    running = List.copyOf(running);
    refused = Map.copyOf(refused);
    strangers = List.copyOf(strangers);
  }
}
