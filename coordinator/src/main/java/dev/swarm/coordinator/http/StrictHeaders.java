package dev.swarm.coordinator.http;

import io.vertx.core.MultiMap;
import java.util.Map;

/** What every response says to browsers, whatever it is. */
final class StrictHeaders {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String POLICY_NAME = "content-security-policy";

  private static final Map<String, String> ALWAYS =
      Map.of(
          POLICY_NAME,
          POLICY,
          "x-content-type-options",
          "nosniff",
          "x-frame-options",
          "DENY",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin",
          "permissions-policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "cache-control",
          "no-store");

  private StrictHeaders() {}

  /**
   * A page with a policy of its own, which stands in the place of ours: a browser obeys both where
   * both are said. It is framed by nobody either, which a page cannot say of itself.
   */
  static Reply with(Reply page, String policy) {
    return page.with(POLICY_NAME, policy + "; frame-ancestors 'none'");
  }

  static void put(MultiMap headers, boolean tls) {
    var _ = headers.setAll(ALWAYS);
    if (tls) {
      var _ = headers.set("strict-transport-security", "max-age=31536000");
    }
  }
}
