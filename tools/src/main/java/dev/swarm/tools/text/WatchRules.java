package dev.swarm.tools.text;

import java.util.List;

/** Monitoring, logs and alerts; and tokens that anyone may issue. */
final class WatchRules {
  private static final String JWT =
      "[\\w-]{8,}\\.(?:eyJ[\\w-]{4,}(?:\\.[\\w-]*){0,3}|[\\w-]*(?:\\.[\\w-]+){2,3})";

  private WatchRules() {}

  static List<Token> tokens() {
    return List.of(
        Token.of("grafana-key", "eyJrIjoi", "[A-Za-z0-9]{60,}={0,2}"),
        Token.of("jwt", "eyJ", JWT),
        Token.of("grafana-token", "glsa_ glc_", "[\\w+/=]{30,}"),
        Token.of("newrelic-key", "NRAK- NRJS- NRII- NRRA- NRSP-", "[A-Za-z0-9_-]{18,}"),
        Token.of("sentry-token", "sntrys_ sntryu_ sntrya_", "[\\w+/=-]{40,}"),
        Token.of("honeycomb-key", "hcaik_ hcalk_ hcamk_", "[a-z0-9]{32,}"),
        Token.of("dynatrace-token", "dt0c01. dt0s01. dt0s16.", "[A-Z0-9]{24}\\.[A-Z0-9]{60,}"));
  }

  static List<Rule> others() {
    return List.of(
        new Led("newrelic-license-key", List.of("NRAL"), Led.HEX, 36, 36, "()(?:\\W|$)"),
        Keyed.valued("datadog-key", "datadog|dd_api|dd-api|dd_app|dd-app", "[a-f0-9]{32,40}"),
        Keyed.of("sentry-dsn", "://", "([a-f0-9]{32}(?::[a-f0-9]{32})?)@[\\w.-]+/\\d"));
  }
}
