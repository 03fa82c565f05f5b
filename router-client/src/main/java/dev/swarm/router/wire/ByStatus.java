package dev.swarm.router.wire;

import java.time.Duration;
import java.util.Optional;

/** What a refusal means whose text says nothing that we know. */
final class ByStatus {
  private ByStatus() {}

  static Verdict of(int status, Complaint.Form form, Optional<Duration> pause) {
    if (status < 300) {
      return form == Complaint.Form.HTML ? Verdict.NO_ROUTER : Verdict.BROKEN;
    }
    if (status < 400) {
      return Verdict.REDIRECTED;
    }
    return status < 500 ? ofClient(status, form, pause) : ofServer(status, pause);
  }

  /** Of an error without a number: {@code type} is all there is. */
  static Verdict unknown(String type) {
    return type.contains("invalid_request") ? Verdict.REFUSED : Verdict.BROKEN;
  }

  private static Verdict ofClient(int status, Complaint.Form form, Optional<Duration> pause) {
    return switch (status) {
      case 401 -> Verdict.UNAUTHORIZED;
      case 402 -> pause.isPresent() ? Verdict.OVERLOADED : Verdict.UNPAID;
      case 407 -> Verdict.PROXY;
      case 413 -> Verdict.OVERFLOW;
      case 429 -> Verdict.OVERLOADED;
      case 408, 409, 425 -> Verdict.BROKEN;
      case 403 -> page(form, Verdict.UNAUTHORIZED);
      case 404, 405, 410 -> page(form, Verdict.NO_PATH);
      default -> page(form, Verdict.REFUSED);
    };
  }

  /** 529 is Anthropic's "overloaded"; who names a time for coming back is busy, not broken. */
  private static Verdict ofServer(int status, Optional<Duration> pause) {
    return switch (status) {
      case 501 -> Verdict.REFUSED;
      case 511 -> Verdict.PROXY;
      case 529 -> Verdict.OVERLOADED;
      case 503 -> pause.isPresent() ? Verdict.OVERLOADED : Verdict.BROKEN;
      default -> Verdict.BROKEN;
    };
  }

  private static Verdict page(Complaint.Form form, Verdict otherwise) {
    return form == Complaint.Form.HTML ? Verdict.NO_ROUTER : otherwise;
  }
}
