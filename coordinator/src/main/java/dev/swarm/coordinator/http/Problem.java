package dev.swarm.coordinator.http;

/**
 * Why a request was not served, as RFC 9457 has it, and what to do about it.
 *
 * @param where in the request: a parameter, a field, a header; empty where it is all of it
 * @param mend what to do
 */
record Problem(String type, String title, int status, String detail, String where, String mend) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** Of the usual kind: its status says it all. */
  static Problem of(int status, String detail, String where, String mend) {
    return new Problem("about:blank", title(status), status, detail, where, mend);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 408 -> "Request timeout";
      case 409 -> "Conflict";
      case 413 -> "Content too large";
      case 414 -> "URI too long";
      case 415 -> "Unsupported media type";
      case 429 -> "Too many requests";
      case 431 -> "Request header fields too large";
      case 503 -> "Service unavailable";
      default -> status < 500 ? "Bad request" : "Internal error";
    };
  }
}
