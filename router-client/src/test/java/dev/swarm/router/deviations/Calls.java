package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Reply.Called.Unusable;
import dev.swarm.router.chat.Reply.Called.Usable;
import dev.swarm.router.chat.Reply.Ending;

/** What is expected of calls. */
final class Calls {
  static final String NINE = "[a-zA-Z0-9]{9}";

  private Calls() {}

  /** Both calls of the script, as it means them. */
  static void asScripted(Reply reply) {
    assertEquals(Ending.CALLED, reply.ending());
    assertEquals(2, reply.calls().size(), reply.toString());
    var first = usable(reply, 0);
    assertEquals("filesystems", first.tool());
    assertEquals("{\"path\":\"/var\",\"depth\":5}", first.arguments().toString());
    assertEquals("mounts", usable(reply, 1).tool());
    assertEquals("{}", usable(reply, 1).arguments().toString());
  }

  static Usable usable(Reply reply, int at) {
    return assertInstanceOf(Usable.class, reply.calls().get(at), reply.toString());
  }

  static Unusable unusable(Reply reply, int at) {
    return assertInstanceOf(Unusable.class, reply.calls().get(at), reply.toString());
  }

  /** Nothing in it may be run. */
  static void nothingToRun(Reply reply) {
    assertEquals(0, reply.calls().stream().filter(Usable.class::isInstance).count());
  }
}
