package dev.swarm.cli;

import dev.swarm.agent.policy.Policy;
import dev.swarm.coordinator.schedule.Schedule;
import dev.swarm.coordinator.store.Retention;
import dev.swarm.protocol.Severity;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.permit.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code swarm.yaml} says, with its defaults; see config/swarm.yaml.
 *
 * @param origin the file it was read from; empty for the defaults
 * @param trustArguments {@code sandbox: none}: a model may choose arguments without a sandbox
 * @param retention how long runs are kept
 * @param modelTimeout for a run in which a model thinks along
 * @param lists what checks run over, by name
 * @param routers where models are served; one whose model is empty is asked what it serves
 * @param escalation how much the frontier tier may be used, where that is said
 * @param fleet what this machine has to know to belong to one
 * @param serve where a coordinator that stays answers over HTTP, and to whom
 * @param policy what this machine's agent does for others
 * @param schedules audits that {@code swarm serve} starts by itself
 * @param notices who is told by {@code swarm serve} what runs change
 */
record Settings(
    Optional<Path> origin,
    Optional<Path> toolsFolder,
    Optional<Path> checksFolder,
    Optional<Path> stateFolder,
    boolean trustArguments,
    Set<String> forbiddenTools,
    Retention retention,
    List<String> areas,
    Severity failOn,
    Duration timeout,
    Duration modelTimeout,
    Map<String, List<String>> lists,
    List<Endpoint> routers,
    Optional<Limits> escalation,
    FleetSettings fleet,
    ServeSettings serve,
    Policy policy,
    List<Schedule> schedules,
    List<NoticeSettings> notices) {

  /** The lists that checks may run over with {@code for-each}. */
  static final List<String> LISTS =
      List.of("dns-names", "certificates", "tls-endpoints", "backups");

  Settings {
    forbiddenTools = Set.copyOf(forbiddenTools);
    areas = List.copyOf(areas);
    lists = Map.copyOf(lists);
    routers = List.copyOf(routers);
    schedules = List.copyOf(schedules);
    notices = List.copyOf(notices);
  }

  /** The same with other routers. */
  Settings with(List<Endpoint> others) {
    return new Settings(
        origin,
        toolsFolder,
        checksFolder,
        stateFolder,
        trustArguments,
        forbiddenTools,
        retention,
        areas,
        failOn,
        timeout,
        modelTimeout,
        lists,
        others,
        escalation,
        fleet,
        serve,
        policy,
        schedules,
        notices);
  }

  /** The same in another fleet. */
  Settings with(FleetSettings other) {
    return new Settings(
        origin,
        toolsFolder,
        checksFolder,
        stateFolder,
        trustArguments,
        forbiddenTools,
        retention,
        areas,
        failOn,
        timeout,
        modelTimeout,
        lists,
        routers,
        escalation,
        other,
        serve,
        policy,
        schedules,
        notices);
  }
}
