package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Reply.Called;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.wire.CallJudge.Judged;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a reply of what came: decides by what it holds, not by what the server says of it. */
final class Assembly {
  private static final String CUT =
      "was not run: the reply was cut off at the limit of tokens; call it again, shorter";
  private static final String FILTERED = "was not run: the server withheld the reply";

  private final ChatRequest request;
  private final Profile profile;
  private final String asked;
  private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

  /** For one reply to {@code request}; {@code asked} is the model's name, empty if unknown. */
  Assembly(ChatRequest request, Profile profile, String asked) {
    this.request = request;
    this.profile = profile;
    this.asked = asked;
  }

  void remark(Remark remark) {
    remarks.add(remark);
  }

  Reply reply(Draft draft) {
    boolean cut = draft.cut(request.maxTokens());
    var spoken = Spoken.of(draft, request, profile, cut, remarks);
    var judged = judged(draft, spoken.calls(), cut);
    note(draft, cut, judged.isEmpty());
    var calls = judged.stream().map(Judged::called).toList();
    var message =
        new Assistant(
            spoken.text(),
            judged.stream().map(Judged::call).toList(),
            Optional.of(spoken.reasoning()).filter(reasoning -> !reasoning.isEmpty()));
    return new Reply(
        message,
        calls,
        ending(draft, cut, calls, spoken.text()),
        draft.usage(),
        draft.model(),
        remarks.stream().map(Remark::sentence).toList());
  }

  private List<Judged> judged(Draft draft, List<DraftCall> calls, boolean cut) {
    var judge = new CallJudge(request.tools(), draft.streamed());
    var ids = calls.isEmpty() ? Optional.<CallIds>empty() : Optional.of(new CallIds(request));
    var judged = new ArrayList<Judged>();
    for (var call : calls) {
      var id = ids.orElseThrow().next(call.id(), remarks);
      if (cut || draft.filtered()) {
        var name = ToolNames.sendable(call.tool());
        judged.add(judge.withheld(call, id, name + " " + (cut ? CUT : FILTERED)));
      } else {
        judged.add(judge.judged(call, id, remarks));
      }
    }
    return List.copyOf(judged);
  }

  private void note(Draft draft, boolean cut, boolean noCalls) {
    if (cut && !noCalls) {
      remarks.add(Remark.CUT_CALLS);
    }
    if (noCalls && !cut && draft.streamed() && draft.finish().startsWith("tool_call")) {
      remarks.add(Remark.STREAMED_CALL_BROKEN);
    }
    if (draft.refused()) {
      remarks.add(Remark.REFUSAL);
    }
    if (draft.finish().isEmpty()) {
      remarks.add(Remark.NO_REASON_TO_END);
    }
    if (!isSame(asked, draft.model())) {
      remarks.add(Remark.OTHER_MODEL);
    }
  }

  private Ending ending(Draft draft, boolean cut, List<Called> calls, String text) {
    if (cut) {
      return Ending.CUT_OFF;
    }
    if (draft.filtered()) {
      return Ending.FILTERED;
    }
    if (!calls.isEmpty()) {
      return Ending.CALLED;
    }
    if (!text.isBlank()) {
      return Ending.STOPPED;
    }
    // thinking may have eaten all tokens, whatever the server calls that
    return draft.spent(request.maxTokens()) ? Ending.CUT_OFF : Ending.EMPTY;
  }

  /** Whether one name may mean the other: servers add owners, dates, tags and folders to it. */
  private static boolean isSame(String asked, String served) {
    var one = bare(asked);
    var other = bare(served);
    return one.isEmpty() || other.isEmpty() || one.contains(other) || other.contains(one);
  }

  private static String bare(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
