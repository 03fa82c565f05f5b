package dev.swarm.tools.process;

import dev.swarm.tools.host.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program could not be started. */
final class StartFailure extends Exception {
  private static final long serialVersionUID = 1;

  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int E2BIG = 7;
  private static final int ENOEXEC = 8;
  private static final int EAGAIN = 11;
  private static final int ENOMEM = 12;
  private static final int EACCES = 13;

  /** What the JDK says, up to 24 and since: “error=2, …”, “error: 2 (…”. */
  private static final Pattern ERRNO = Pattern.compile("error(?:=|: )(\\d+)");

  private final Failure why;

  private StartFailure(Failure why, String message, Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  /** Of an error that exec(2), or what comes before it, ended with. */
  static StartFailure of(int errno) {
    return new StartFailure(why(errno), described(errno), null);
  }

  /** Of what was thrown; the JDK tells the errno in its words only. */
  static StartFailure of(Throwable thrown) {
    if (thrown instanceof StartFailure known) {
      return known;
    }
    String message = String.valueOf(thrown.getMessage());
    Matcher errno = ERRNO.matcher(message);
    return new StartFailure(
        errno.find() ? why(Integer.parseInt(errno.group(1))) : Failure.BROKEN, message, thrown);
  }

  /** Whose fault it is. */
  Failure why() {
    return why;
  }

  private static Failure why(int errno) {
    return switch (errno) {
      case ENOENT -> Failure.ABSENT;
      case EACCES, EPERM -> Failure.DENIED;
      default -> Failure.BROKEN;
    };
  }

  private static String described(int errno) {
    return switch (errno) {
      case EPERM -> "operation not permitted";
      case ENOENT -> "it or its interpreter is not there";
      case E2BIG -> "its arguments are too long";
      case ENOEXEC -> "it is no program for this machine";
      case EAGAIN -> "no further process is allowed";
      case ENOMEM -> "there is no memory for it";
      case EACCES -> "permission denied";
      default -> "error " + errno;
    };
  }
}
