package dev.swarm.cli;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.Ranking;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.notice.Address;
import dev.swarm.coordinator.notice.Destination;
import dev.swarm.coordinator.notice.Notices;
import dev.swarm.coordinator.notice.OutboxException;
import dev.swarm.coordinator.schedule.AuditStarter;
import dev.swarm.coordinator.schedule.ScheduleView;
import dev.swarm.coordinator.schedule.Schedules;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.router.endpoint.KeyException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What a coordinator that stays does by itself: it starts audits when they fall due, and tells
 * webhooks what they change. Each has a thread of its own, so that neither waits for the other.
 */
final class Upkeep implements AutoCloseable {
  private final ExecutorService times = desk("schedules");
  private final ExecutorService telling = desk("notices");
  private final Schedules schedules;
  private final Optional<Notices> notices;

  /**
   * What it is made of.
   *
   * @param session our own, as other coordinators hear it
   * @param name of the coordinator, as it is told
   */
  record Parts(
      Surroundings here,
      Settings settings,
      ScheduledAudits audits,
      Coordinator coordinator,
      String session,
      String name,
      RunStore store,
      Lives lives,
      Timers timers) {
    private Path folder() {
      return here.state(settings);
    }
  }

  private Upkeep(Parts parts) {
    var rank = new Ranking(parts.coordinator(), parts.session());
    var destinations = destinations(parts);
    schedules =
        Schedules.open(
            new Schedules.Parts(
                parts.settings().schedules(),
                parts.folder(),
                new AuditStarter(
                    parts.coordinator(), parts.store(), parts.timers(), parts.audits()),
                rank,
                parts.timers(),
                times,
                parts.here()::say));
    notices =
        destinations.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Notices.open(
                    new Notices.Parts(
                        destinations,
                        parts.folder(),
                        parts.lives(),
                        rank,
                        parts.name(),
                        Version.text(),
                        parts.timers(),
                        telling,
                        parts.here()::say)));
  }

  /**
   * Starts both; without schedules and notices nothing is done or opened.
   *
   * @throws UsageException if the URL of a notice cannot be had, or the state folder not be used
   */
  static Upkeep start(Parts parts) {
    try {
      return new Upkeep(parts);
    } catch (OutboxException | UncheckedIOException e) {
      throw new UsageException(
          e.getMessage() + "; name another folder with state-folder in swarm.yaml");
    }
  }

  /** Every schedule as of now. Any thread. */
  List<ScheduleView> schedules() {
    return schedules.views();
  }

  private static List<Destination> destinations(Parts parts) {
    var keys = FoundKeys.of(parts.here());
    return parts.settings().notices().stream().map(notice -> destination(notice, keys)).toList();
  }

  private static Destination destination(NoticeSettings notice, FoundKeys keys) {
    try {
      return new Destination(
          notice.name(),
          Address.parse(keys.of(notice.url())),
          notice.form(),
          notice.atLeast(),
          notice.events());
    } catch (KeyException e) {
      var what = String.valueOf(e.getMessage()).replace("the key", "its URL");
      throw new UsageException("notice " + notice.name() + ": " + what);
    } catch (IllegalArgumentException e) {
      throw new UsageException("notice " + notice.name() + ": its URL: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("notice " + notice.name() + ": interrupted");
    }
  }

  /** What comes after the end, such as the end of a run, has nobody to hear it any more. */
  private static ExecutorService desk(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name(name).factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Starts and tells nothing any more; runs under way go on. */
  @Override
  public void close() {
    schedules.close();
    notices.ifPresent(Notices::close);
    times.shutdown();
    telling.shutdown();
  }
}
