package dev.swarm.cli;

import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.RunState;
import dev.swarm.coordinator.summary.RouterSummarist;
import dev.swarm.router.endpoint.Endpoints;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * What a fleet's report says in short, or answers to a question: in a model's words where one is
 * configured, as far as what it cites bears them; else the report has its own.
 */
final class FleetSummary {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private FleetSummary() {}

  /**
   * The report with its summary; blocks for a minute at most. Whoever stopped a run waits for no
   * model.
   */
  static Report of(Surroundings here, Settings settings, Report report) {
    boolean told = !report.findings().isEmpty() || report.question().isPresent();
    if (settings.routers().isEmpty() || !told || report.run().state() == RunState.CANCELLED) {
      return report;
    }
    var bus = Bus.starting();
    try {
      return written(bus.vertx(), here, settings, report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return report;
    } finally {
      var _ = bus.vertx().close();
    }
  }

  private static Report written(Vertx vertx, Surroundings here, Settings settings, Report report)
      throws InterruptedException {
    try (var wire = RouterWire.on(vertx, FoundKeys.of(here))) {
      var model = new Endpoints(settings.routers(), wire.doors());
      return new RouterSummarist(model, ModelNames.mind(settings), PATIENCE).summarise(report);
    }
  }
}
