package dev.swarm.coordinator.http;

import dev.swarm.coordinator.http.view.History;
import dev.swarm.coordinator.http.view.ModelTally;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.store.RunSummary;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code /history}, {@code /routers} and {@code /schedules}. */
final class OverviewResource {
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 400;

  private final WebServer.Parts parts;
  private final Models models;

  OverviewResource(WebServer.Parts parts, Models models) {
    this.parts = parts;
    this.models = models;
  }

  private record Routers(List<RouterView> routers, List<ModelTally> models) {}

  private record Schedules(List<?> schedules) {}

  List<Route> routes() {
    return List.of(
        Route.get("/history", this::history, "days"),
        Route.get("/routers", this::routers),
        Route.get("/schedules", _ -> Reply.json(new Schedules(parts.schedules().get()))));
  }

  private Reply history(Asked asked) {
    int days = asked.number("days", DAYS, 1, MOST_DAYS);
    var today = parts.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    var runs = parts.store().runs().runs();
    return Reply.json(History.of(parts.lives().turns(), runs, today, days));
  }

  private Reply routers(Asked asked) {
    var wrong = new TreeMap<String, Integer>();
    parts.lives().all().stream()
        .filter(OverviewResource::isWrong)
        .forEach(life -> wrong.merge(life.mind(), 1, Integer::sum));
    models.retain(
        parts.store().runs().runs().stream().map(RunSummary::id).collect(Collectors.toSet()));
    return Reply.json(new Routers(parts.routers().get(), models.all(wrong)));
  }

  private static boolean isWrong(Life life) {
    return life.judgement().filter(Judgement.Wrong.class::isInstance).isPresent();
  }
}
