package dev.swarm.coordinator.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The report as one JSON document, streamed: {@code docs/report.schema.json}. */
final class JsonRenderer implements Renderer {
  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("schemaVersion", report.schemaVersion());
      Json.verdict(json, report, options.policy());
      json.writePOJOField("run", report.run());
      json.writePOJOField("totals", report.totals());
      json.writePOJOField("changes", report.changes());
      json.writePOJOField("findings", report.findings());
      json.writePOJOField("unproven", report.unproven());
      json.writePOJOField("refuted", report.refuted());
      json.writePOJOField("coverage", report.coverage());
      json.writePOJOField("areas", report.areas());
      json.writePOJOField("nodes", report.nodes());
      json.writePOJOField("subtasks", report.subtasks());
      if (report.models().isPresent()) {
        json.writePOJOField("models", report.models().get());
      }
      if (report.question().isPresent()) {
        json.writePOJOField("question", report.question().get());
      }
      if (report.fleet().isPresent()) {
        json.writePOJOField("fleet", report.fleet().get());
      }
      if (report.summary().isPresent()) {
        json.writePOJOField("summary", report.summary().get());
      }
      json.writeEndObject();
    }
    out.append('\n');
  }
}
