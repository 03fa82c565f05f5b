package dev.swarm.router.scripted;

import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.scripted.Act.Conduct;
import dev.swarm.router.scripted.Asked.Origin;
import dev.swarm.router.scripted.Asked.ToolChoice;
import dev.swarm.router.scripted.Questions.Read;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request for a chat completion, from its whole body to the end of its answer. It ends exactly
 * once: replied, refused, or aborted by the client. It is accounted for before its last byte is
 * written, so that whoever has read the answer finds it counted. Event loop only.
 */
final class Visit {
  private static final long NO_TIMER = -1;
  private final Serving serving;
  private final Settings settings;
  private final HttpServerRequest request;
  private final byte[] body;
  private final long number;
  private long timer = NO_TIMER;
  private Optional<Slots.Ticket> ticket = Optional.empty();
  private Plan plan = new Plan(List.of());
  private int shared;
  private Optional<RawWire> spoiled = Optional.empty();
  private boolean over;

  Visit(Serving serving, HttpServerRequest request, byte[] body) {
    this.serving = serving;
    this.settings = serving.settings();
    this.request = request;
    this.body = body;
    this.number = serving.ledger().arrived(body.length);
  }

  void begin() {
    var _ = request.response().exceptionHandler(broken -> {}).closeHandler(closed -> gone());
    switch (Questions.read(body, origin())) {
      case Read.Bad(var refusal) -> refuse(refusal);
      case Read.Good good -> admit(good);
    }
  }

  private Origin origin() {
    return new Origin(
        header("user-agent"),
        header("x-session-id").or(() -> header("x-olla-session-id")),
        header("x-request-id"),
        header("x-scripted-fault"));
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  private void admit(Read.Good good) {
    var asked = good.asked();
    var content = remember(good);
    plan = Plan.of(settings, asked, number);
    var limits = new Rule.Limits(settings.served(), body.length);
    var moment = new Act.Moment(asked, settings.served(), settings.memory().clock().instant());
    var refusal =
        settings
            .manners()
            .storm()
            .refusal(number)
            .or(() -> plan.refusal(good.json(), limits, moment))
            .or(() -> settings.manners().strictness().refusal(good.json(), limits))
            .or(() -> serving.slots().full() ? full() : Optional.empty());
    if (refusal.isPresent()) {
      pause(content, refusal.get());
      refuse(refusal.get());
      return;
    }
    ticket = Optional.of(serving.slots().queue(() -> work(asked)));
    serving.slots().next();
    serving.load();
  }

  private Optional<Refusal> full() {
    return Optional.of(settings.capacity().refusal());
  }

  /** Notes what came; gives what tells a request from all others. */
  private Seed remember(Read.Good good) {
    var asked = good.asked();
    var key = asked.origin().session().orElse(good.json().path("prompt_cache_key").asText(""));
    var conversation = asked.conversation().with(key);
    var compared = serving.prefixes().compare(conversation, body);
    shared = compared.shared();
    var received =
        new Received(
            number,
            conversation,
            asked.step(),
            compared.prefix(),
            settings.memory().clock().instant(),
            headers(),
            settings.memory().keep() > 0 ? new String(body, StandardCharsets.UTF_8) : "");
    serving.ledger().read(received, compared.content());
    return compared.content();
  }

  private Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    headers.remove("authorization");
    return headers;
  }

  /** The milliseconds count where both are told, as they do for OpenAI's own client. */
  private void pause(Seed content, Refusal refusal) {
    var headers = refusal.headers();
    number(headers.get("retry-after-ms"))
        .map(Duration::ofMillis)
        .or(() -> number(headers.get("retry-after")).map(Duration::ofSeconds))
        .ifPresent(wait -> serving.ledger().paused(content, wait));
  }

  private static Optional<Long> number(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> digits.chars().allMatch(Character::isDigit))
        .map(Long::valueOf);
  }

  private void work(Asked asked) {
    if (serving.brain().blocks()) {
      var _ =
          serving
              .eventLoop()
              .executeBlocking(() -> serving.brain().turn(asked), false)
              .onSuccess(turn -> think(asked, turn))
              .onFailure(bug -> refuse(broken(bug)));
      return;
    }
    Turn turn;
    try {
      turn = serving.brain().turn(asked);
    } catch (RuntimeException bug) {
      refuse(broken(bug));
      return;
    }
    think(asked, turn);
  }

  private static Refusal broken(Throwable bug) {
    return Refusal.openai(500, "The model failed: " + bug, "server_error", "server_error");
  }

  private void think(Asked asked, Turn turn) {
    long millis =
        turn.pause().orElseGet(() -> settings.pace().thinking().of(asked, number)).toMillis();
    if (over && !plan.behaves(Conduct.LINGERS)) {
      return;
    }
    if (millis == 0) {
      answer(asked, turn);
    } else {
      timer = serving.vertx().setTimer(millis, thought -> answer(asked, turn));
    }
  }

  private void answer(Asked asked, Turn turn) {
    timer = NO_TIMER;
    if (over) {
      release();
      return;
    }
    var draft = new Draft(asked, allowed(asked, turn), settings.served(), shared);
    plan.edit(draft);
    if (asked.stream() && !plan.behaves(Conduct.ANSWERS_WHOLE)) {
      var pieces = Pieces.of(draft.body(), settings.pace().piece(), asked.usage());
      plan.cut(pieces);
      stream(pieces.stream().map(Piece::wire).toList());
    } else {
      send(Answer.of(200, Answer.JSON, draft.body().toString()));
    }
  }

  /** Who may not call is given text, as servers do it by grammar. */
  private Turn allowed(Asked asked, Turn turn) {
    boolean forbidden = asked.choice() instanceof ToolChoice.None;
    if (!forbidden || turn.calls().isEmpty() || plan.behaves(Conduct.IGNORES_CHOICE)) {
      return turn;
    }
    var text = turn.text().isEmpty() ? "I have nothing to add." : turn.text();
    return new Turn(text, List.of(), Ending.STOPPED, turn.reasoning(), turn.tokens(), turn.pause());
  }

  private void stream(List<String> events) {
    if (settings.pace().gap().isZero() || plan.fault().isPresent()) {
      send(Answer.of(200, Answer.EVENTS, String.join("", events)));
      return;
    }
    var _ = request.response().setChunked(true).putHeader("content-type", Answer.EVENTS);
    next(events, 0);
  }

  private void next(List<String> events, int at) {
    if (over) {
      return;
    }
    var bytes = Buffer.buffer(events.get(at));
    if (at == events.size() - 1) {
      replied(events.stream().mapToLong(String::length).sum());
      var _ = request.response().end(bytes).onFailure(gone -> {});
      return;
    }
    var _ = request.response().write(bytes).onFailure(gone -> {});
    timer =
        serving
            .vertx()
            .setTimer(
                Math.max(1, settings.pace().gap().toMillis()), passed -> next(events, at + 1));
  }

  private void send(Answer answer) {
    var fault = plan.fault();
    if (fault.isPresent()) {
      var wire = new RawWire(serving.vertx(), request.connection());
      spoiled = Optional.of(wire);
      fault.get().play(wire, answer, settings.manners().faulting());
      return;
    }
    replied(answer.body().length());
    Serving.write(request, answer);
  }

  private void replied(long bytes) {
    if (!over) {
      over = true;
      serving.ledger().replied(bytes);
      release();
    }
  }

  private void refuse(Refusal refusal) {
    if (!over) {
      over = true;
      serving.ledger().refused(refusal);
      release();
      Serving.refuse(request, refusal);
    } else {
      release();
    }
  }

  /** The connection ended; if that was before the answer did, the client gave up. */
  private void gone() {
    if (over) {
      return;
    }
    over = true;
    if (spoiled.map(RawWire::ended).orElse(false)) {
      serving.ledger().spoiled();
    } else {
      serving.ledger().aborted();
    }
    if (timer != NO_TIMER && plan.behaves(Conduct.LINGERS)) {
      return;
    }
    if (timer != NO_TIMER) {
      var _ = serving.vertx().cancelTimer(timer);
    }
    release();
  }

  private void release() {
    ticket.ifPresent(Slots.Ticket::leave);
    serving.load();
  }
}
