package dev.swarm.router;

import dev.swarm.router.chat.Reply;

/** What asking a model gave. */
public sealed interface Answer {

  /** It replied. */
  record Replied(Reply reply, Served served) implements Answer {}

  /** There is no reply, after everything worth trying was tried. */
  record Failed(Trouble trouble) implements Answer {}
}
