package dev.swarm.cli;

import dev.swarm.agent.checks.Checks;
import dev.swarm.coordinator.Leftovers;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.http.HttpSettings;
import dev.swarm.coordinator.http.Self;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.tools.host.LiveHost;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A coordinator of this one machine that stays, with its agent in the same process: what a new user
 * gets at once.
 */
record LocalServe(
    Surroundings here,
    Settings configured,
    Optional<HttpSettings> http,
    SqliteStore store,
    ServeLock lock) {

  /** Serves until somebody asks it to stop. */
  int go() throws Exception {
    var bus = Bus.starting();
    var settings = ModelNames.resolved(here, configured, bus);
    var host = LiveHost.sandboxed(here.folders().work());
    var knowledge = Knowledge.of(settings, host.platform());
    knowledge.problems().forEach(problem -> here.say("ignored: " + problem));
    var scheduled =
        ScheduledAudits.of(
            settings,
            knowledge.checks(),
            Optional.of(host.name()),
            () -> ModelNames.mind(settings));
    // what is of another platform is nobody's here: asked for, it would be missed
    var checks = knowledge.checks().on(host.platform());
    var sandboxing = Sandboxing.of(host.sandbox());
    var parts = new Station.Parts(settings, knowledge, host, sandboxing, store, here);
    var asked = new CountDownLatch(1);
    try (var _ = Interruption.of(here, asked::countDown);
        var station = Station.open(parts, bus, Tenure.RESIDENT);
        var _ = Sweep.begin(here, leftovers());
        var upkeep =
            upkeep(settings, scheduled, station, Timers.of(bus.vertx(), new SystemClock()));
        var _ = serving(settings, checks, station, upkeep, host.name()).start(http, lock)) {
      station.coordinator().onTakeOver(this::goesOn);
      station.coordinator().open();
      station.coordinator().expect(List.of(host.name()));
      here.say("coordinator of " + host.name() + " alone: it belongs to no fleet (docs/fleet.md)");
      asked.await();
      here.say("stopping");
      return Exit.DONE.code();
    }
  }

  private void goesOn(Run run) {
    here.say("going on with run " + run.id() + ", which was left open");
    ServeCommand.tellEnd(here, run);
  }

  private Leftovers leftovers() {
    return new Leftovers(store, new SystemClock(), Sweep::alive, true);
  }

  private Upkeep upkeep(Settings settings, ScheduledAudits audits, Station station, Timers timers) {
    return Upkeep.start(
        new Upkeep.Parts(
            here,
            settings,
            audits,
            station.coordinator(),
            station.session(),
            "local",
            store,
            store.lives(),
            timers));
  }

  private Serving serving(
      Settings settings, Checks checks, Station station, Upkeep upkeep, String node) {
    return new Serving(
        here,
        settings,
        new Self("local", Version.text(), station.session(), false),
        station.coordinator(),
        store,
        new AskedAudits(settings, checks, Optional.of(node), () -> ModelNames.mind(settings)),
        station::routers,
        upkeep::schedules,
        () -> true);
  }
}
