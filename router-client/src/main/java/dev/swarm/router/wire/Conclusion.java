package dev.swarm.router.wire;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.wire.Read.Broken;
import dev.swarm.router.wire.Read.Whole;
import java.util.Optional;

/** Says of what has come whether it is a reply, and what is wrong where it is none. */
final class Conclusion {
  /** Bytes of a reply that are kept to be shown. */
  static final int HEAD = 2000;

  private static final int SHOWN = 500;
  private final Assembly assembly;
  private final String endpoint;

  Conclusion(Assembly assembly, String endpoint) {
    this.assembly = assembly;
    this.endpoint = endpoint;
  }

  /** On a reply that has ended; {@code head} is its beginning. */
  Read on(Optional<Body> body, Accumulation reply, String head) {
    if (body.isEmpty()) {
      return empty(reply);
    }
    if (!reply.error().isEmpty()) {
      return new Broken(error(reply, head));
    }
    return switch (body.get()) {
      case Body.Page _ -> new Broken(page(head));
      case SingleBody single ->
          single.done() ? answered(reply, head) : cut("the connection ended within it", head);
      case EventBody events -> events(events, reply, head);
    };
  }

  /** A trouble that shows how the reply begins. */
  Trouble trouble(Kind kind, String what, String head) {
    var shown = head.isBlank() ? "nothing" : ServerText.of(head, SHOWN);
    return Trouble.of(
        kind,
        endpoint,
        "could not read the reply of %s: %s; %s; it begins: %s"
            .formatted(endpoint, what, remedy(kind), shown));
  }

  private static String remedy(Kind kind) {
    if (kind == Kind.NO_ROUTER) {
      return "look at the URL (it normally ends in /v1) and at proxies on the way";
    }
    return kind == Kind.TOO_LARGE
        ? "lower the limit of tokens, or look whether the model repeats itself"
        : "look at the server's log if it comes again";
  }

  private Read events(EventBody events, Accumulation reply, String head) {
    if (!events.objection().isEmpty() && !reply.any()) {
      return new Broken(trouble(Kind.GARBLED, events.objection(), head));
    }
    if (!reply.any()) {
      return empty(reply);
    }
    if (!reply.ended()) {
      return cut("it ended without [DONE] and without a finish_reason", head);
    }
    return answered(reply, head);
  }

  /** A context that is full makes some servers say nothing, so that is a reply. */
  private Read empty(Accumulation reply) {
    assembly.remark(Remark.EMPTY_BODY);
    return new Whole(assembly.reply(reply.draft()));
  }

  private Read answered(Accumulation reply, String head) {
    if (!reply.answered()) {
      var other = Refusals.inside(endpoint, reply.odd());
      return new Broken(other.orElseGet(() -> trouble(Kind.GARBLED, "it has no choices", head)));
    }
    return reply.failed()
        ? new Broken(trouble(Kind.BROKEN, "the server says that it failed", head))
        : new Whole(assembly.reply(reply.draft()));
  }

  private Read cut(String what, String head) {
    return new Broken(trouble(Kind.CUT, what, head));
  }

  private Trouble error(Accumulation reply, String head) {
    return Refusals.inside(endpoint, reply.error())
        .orElseGet(() -> trouble(Kind.BROKEN, "it is an error without a text", head));
  }

  private Trouble page(String head) {
    return trouble(Kind.NO_ROUTER, "it is a web page, no router's", head);
  }
}
