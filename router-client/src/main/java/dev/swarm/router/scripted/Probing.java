package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.swarm.router.scripted.Act.Conduct;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything but chat completions, as llama-server answers it (section 1.4 of the reference). */
final class Probing {
  private static final List<String> KNOWN =
      List.of("/models", "/health", "/props", "/slots", "/metrics");
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private final Serving serving;
  private final HttpServerRequest request;
  private final String path;

  Probing(Serving serving, HttpServerRequest request, String path) {
    this.serving = serving;
    this.request = request;
    this.path = path;
  }

  void answer() {
    serving.ledger().probed();
    var header = Optional.ofNullable(request.getHeader("x-scripted-fault")).orElse("");
    var plan = plan(header);
    var answer = answer(plan);
    var fault = new Plan(Plan.named(header)).fault();
    if (fault.isPresent()) {
      var wire = new RawWire(serving.vertx(), request.connection());
      fault.get().play(wire, answer, serving.settings().manners().faulting());
    } else if (!silent(plan)) {
      Serving.write(request, answer);
    }
  }

  /** What holds for every request, and what the header names. */
  private Plan plan(String header) {
    var all = new ArrayList<Mischief>(Plan.named(header));
    for (var chosen : serving.settings().manners().mischief()) {
      if (chosen.when() instanceof Occasion.Always) {
        all.add(chosen.what());
      }
    }
    return new Plan(all);
  }

  private boolean silent(Plan plan) {
    return plan.behaves(Conduct.SILENT_WHILE_BUSY) && serving.slots().taken() > 0;
  }

  private Answer answer(Plan plan) {
    if (!KNOWN.contains(path)) {
      return Answer.of(unknown());
    }
    if (!READING.contains(request.method())) {
      return Answer.of(notAllowed(request));
    }
    if (!path.equals("/health") && !serving.authorized(request)) {
      serving.ledger().unauthorized();
      return Answer.of(Refusals.wrongKey());
    }
    if (plan.behaves(Conduct.LOADING)) {
      return Answer.of(Refusals.loading());
    }
    return known();
  }

  private Answer known() {
    return switch (path) {
      case "/health" -> Answer.of(200, Answer.JSON, "{\"status\":\"ok\"}");
      case "/models" -> Answer.of(200, Answer.JSON, models());
      case "/props" -> Answer.of(200, Answer.JSON, props());
      case "/slots" -> Answer.of(200, Answer.JSON, slots());
      case "/metrics" -> Answer.of(200, "text/plain; version=0.0.4", metrics());
      default -> Answer.of(unknown());
    };
  }

  private String models() {
    var served = serving.settings().served();
    var body = Json.object().put("object", "list");
    var list = body.putArray("data");
    for (var model : served.models()) {
      var one = list.addObject().put("id", model).put("object", "model");
      one.put("created", 1_735_689_600).put("owned_by", "scripted");
      one.putObject("meta").put("n_ctx", served.context());
    }
    return body.toString();
  }

  private String props() {
    var body = Json.object();
    var served = serving.settings().served();
    body.putObject("default_generation_settings").put("n_ctx", served.context());
    body.put("total_slots", serving.settings().capacity().slots());
    return body.put("model_path", served.models().getFirst()).toString();
  }

  private String slots() {
    var body = JsonNodeFactory.instance.arrayNode();
    int taken = serving.slots().taken();
    for (int id = 0; id < serving.settings().capacity().slots(); id++) {
      var slot = body.addObject().put("id", id);
      slot.put("n_ctx", serving.settings().served().context()).put("is_processing", id < taken);
    }
    return body.toString();
  }

  private String metrics() {
    return "# TYPE llamacpp:requests_processing gauge\nllamacpp:requests_processing "
        + serving.slots().taken()
        + "\n# TYPE llamacpp:requests_deferred gauge\nllamacpp:requests_deferred "
        + serving.slots().waiting()
        + "\n";
  }

  private Refusal unknown() {
    return Refusal.openai(
        404,
        "Invalid URL (" + request.method() + " " + request.path() + ")",
        "invalid_request_error",
        Optional.empty(),
        Optional.empty());
  }

  static Refusal notAllowed(HttpServerRequest request) {
    return Refusal.openai(
        405,
        "Not allowed to " + request.method() + " on " + request.path() + ".",
        "invalid_request_error",
        Optional.empty(),
        Optional.of("method_not_supported"));
  }
}
