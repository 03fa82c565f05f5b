package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.Reply.Called;
import dev.swarm.router.chat.Reply.Called.Unusable;
import dev.swarm.router.chat.Reply.Called.Usable;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import java.util.Optional;
import java.util.Set;

/** Decides which calls may be run, and what stands in the history for each. */
final class CallJudge {
  private static final int MOST_SHOWN = 2000;
  private final ToolNames names;
  private final boolean streamed;

  CallJudge(Toolset tools, boolean streamed) {
    this.names = new ToolNames(tools);
    this.streamed = streamed;
  }

  /** A call as judged, and as it goes into the history. */
  record Judged(Called called, Call call) {}

  /** One that is not run whatever is in it, because the reply is not all of it. */
  Judged withheld(DraftCall draft, String id, String why) {
    var text = ArgumentText.read(draft.arguments(), false);
    return unusable(draft, id, why, text instanceof ArgumentText.Good ? draft.arguments() : "{}");
  }

  /** One of a reply that is whole. */
  Judged judged(DraftCall draft, String id, Set<Remark> remarks) {
    var tool = names.find(draft.tool());
    var text = ArgumentText.read(draft.arguments(), true);
    if (text instanceof ArgumentText.Bad(var reason)) {
      if (streamed) {
        remarks.add(Remark.STREAMED_CALL_BROKEN);
      }
      var why = tool.isEmpty() ? names.unknown(draft.tool()) : unreadable(draft, reason);
      return unusable(draft, id, why, "{}");
    }
    var history = history(draft, text, remarks);
    if (tool.isEmpty()) {
      return unusable(draft, id, names.unknown(draft.tool()), history);
    }
    if (!tool.get().name().equals(draft.tool())) {
      remarks.add(Remark.NAME_MENDED);
    }
    return checked(tool.get(), id, text, history, remarks);
  }

  /** Whether it names a tool and brings what the tool's schema wants. */
  boolean isUsable(DraftCall draft) {
    var arguments = object(ArgumentText.read(draft.arguments(), true));
    return names
        .find(draft.tool())
        .flatMap(tool -> arguments.map(Contract.of(tool.input())::check))
        .filter(Contract.Fit.class::isInstance)
        .isPresent();
  }

  private static Judged checked(
      ToolSpec tool, String id, ArgumentText text, String history, Set<Remark> remarks) {
    var call = new Call(id, tool.name(), history);
    return switch (Contract.of(tool.input()).check(object(text).orElseThrow())) {
      case Contract.Fit(var arguments, var written) -> {
        if (written) {
          remarks.add(Remark.ARGUMENTS_FITTED);
        }
        yield new Judged(new Usable(id, tool.name(), arguments), call);
      }
      case Contract.Unfit(var reason) ->
          new Judged(
              new Unusable(
                  id,
                  tool.name(),
                  "%s was not run: its arguments do not fit: %s; you wrote: %s"
                      .formatted(tool.name(), reason, Excerpt.of(history, MOST_SHOWN))),
              call);
    };
  }

  private Judged unusable(DraftCall draft, String id, String reason, String history) {
    var name = names.find(draft.tool()).map(ToolSpec::name);
    var shown = name.orElseGet(() -> ToolNames.sendable(draft.tool()));
    return new Judged(new Unusable(id, shown, reason), new Call(id, shown, history));
  }

  private static String unreadable(DraftCall draft, String reason) {
    return "%s was not run: its arguments could not be read: %s; you wrote: %s"
        .formatted(draft.tool(), reason, Excerpt.of(draft.arguments(), MOST_SHOWN));
  }

  /** The model's own text wherever it is an object: its cache stays warm by that. */
  private static String history(DraftCall draft, ArgumentText text, Set<Remark> remarks) {
    return switch (text) {
      case ArgumentText.Good(var object, var mended) when mended -> {
        remarks.add(Remark.ARGUMENTS_MENDED);
        yield object.toString();
      }
      case ArgumentText.Good _ -> draft.arguments().strip();
      case ArgumentText.Blank _ -> {
        remarks.add(Remark.ARGUMENTS_EMPTY);
        yield "{}";
      }
      case ArgumentText.Bad _ -> "{}";
    };
  }

  private static Optional<ObjectNode> object(ArgumentText text) {
    return switch (text) {
      case ArgumentText.Good(var object, _) -> Optional.of(object);
      case ArgumentText.Blank _ -> Optional.of(ArgumentText.none());
      case ArgumentText.Bad _ -> Optional.empty();
    };
  }
}
