package dev.swarm.router.wire;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply;

/** What reading a reply gave. */
public sealed interface Read {

  /** A reply, all of it. */
  record Whole(Reply reply) implements Read {}

  /** No reply can be had from what came. */
  record Broken(Trouble trouble) implements Read {}
}
