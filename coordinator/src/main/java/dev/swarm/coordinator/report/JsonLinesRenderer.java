package dev.swarm.coordinator.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * One JSON object a line, each with its {@code type}: {@code run} first, {@code totals} last, so
 * that a reader knows that nothing was cut off.
 */
final class JsonLinesRenderer implements Renderer {
  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.setRootValueSeparator(null);
      line(json, "run", report.run());
      lines(json, "node", report.nodes());
      lines(json, "subtask", report.subtasks());
      lines(json, "finding", report.findings());
      lines(json, "unproven", report.unproven());
      lines(json, "refuted", report.refuted());
      lines(json, "coverage", report.coverage());
      lines(json, "area", report.areas());
      if (report.question().isPresent()) {
        line(json, "question", report.question().get());
      }
      if (report.models().isPresent()) {
        models(json, report.models().get());
      }
      if (report.fleet().isPresent()) {
        line(json, "fleet", report.fleet().get());
      }
      if (report.summary().isPresent()) {
        line(json, "summary", report.summary().get());
      }
      if (report.changes().isPresent()) {
        line(json, "changes", report.changes().get());
      }
      verdict(json, report, options.policy());
      line(json, "totals", report.totals());
    }
  }

  private static void models(JsonGenerator json, Models models) throws IOException {
    lines(json, "model", models.shares());
    lines(json, "escalation", models.escalations());
    lines(json, "lacking", models.lacking());
    line(json, "models", ModelLine.of(models));
  }

  private static void verdict(JsonGenerator json, Report report, Policy policy) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "verdict");
    json.writeNumberField("schemaVersion", report.schemaVersion());
    Json.verdict(json, report, policy);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static void lines(JsonGenerator json, String type, List<?> values) throws IOException {
    for (Object value : values) {
      line(json, type, value);
    }
  }

  private static void line(JsonGenerator json, String type, Object value) throws IOException {
    Json.typed(json, type, value);
    json.writeRaw('\n');
  }
}
