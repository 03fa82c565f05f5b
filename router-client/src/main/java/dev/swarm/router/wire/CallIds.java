package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import java.util.HashSet;
import java.util.Set;

/** Ids for the calls of a reply: unique in the conversation, and such as every server takes. */
final class CallIds {
  private final Ids ids = new Ids();
  private final Set<String> given = new HashSet<>();

  CallIds(ChatRequest request) {
    for (var message : request.messages()) {
      if (message instanceof ChatMessage.Assistant assistant) {
        for (var call : assistant.calls()) {
          var _ = ids.unique(call.id());
        }
      }
    }
  }

  /** The id of the next call, which the server calls {@code id}. */
  String next(String id, Set<Remark> remarks) {
    if (id.isEmpty()) {
      remarks.add(Remark.ID_MISSING);
    } else if (!given.add(id)) {
      remarks.add(Remark.ID_TWICE);
    }
    return ids.unique(id);
  }
}
