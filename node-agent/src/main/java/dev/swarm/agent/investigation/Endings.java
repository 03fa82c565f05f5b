package dev.swarm.agent.investigation;

import dev.swarm.protocol.Blindness;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;

/** How the endings of tools are called on the wire. */
public final class Endings {
  private Endings() {}

  /** The wire's word for an ending. */
  public static String name(Ending ending) {
    return switch (ending) {
      case Ending.Ok _ -> "ok";
      case Ending.Flagged _ -> "finding";
      case Ending.Nothing _ -> "nothing";
      case Ending.NotApplicable _ -> "not-applicable";
      case Ending.Unknown _ -> "unknown";
      case Ending.Refused _ -> "refused";
    };
  }

  /** Why the tool did not look; empty where it did. */
  public static String reason(Ending ending) {
    return switch (ending) {
      case Ending.Ok _, Ending.Flagged _, Ending.Nothing _ -> "";
      case Ending.NotApplicable(var reason) -> reason;
      case Ending.Unknown(_, var reason) -> reason;
      case Ending.Refused(var rule, var reason) -> rule + ": " + reason;
    };
  }

  /** The wire's word for why a tool was blind. */
  public static Blindness blindness(ToolResult.Blind blind) {
    return switch (blind) {
      case PRIVILEGE -> Blindness.PRIVILEGE;
      case MISSING -> Blindness.MISSING;
      case TIMED_OUT -> Blindness.TIMED_OUT;
      case UNPARSABLE -> Blindness.UNPARSABLE;
      case FAILED, CANCELLED -> Blindness.FAILED;
      case UNLISTED -> Blindness.UNLISTED;
    };
  }
}
