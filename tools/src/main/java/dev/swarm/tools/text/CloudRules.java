package dev.swarm.tools.text;

import java.util.List;

/** Clouds, hosting, and the stores of secrets. */
final class CloudRules {
  private CloudRules() {}

  static List<Token> tokens() {
    return List.of(
        Token.of("aws-access-key-id", "AKIA ASIA ABIA ACCA", "[A-Z0-9]{16}\\b"),
        Token.of("aws-bedrock-key", "ABSK", "[A-Za-z0-9+/]{100,}={0,2}"),
        Token.of("aws-mws-token", "amzn.mws.", "[0-9a-f]{8}-[0-9a-f-]{20,27}"),
        Token.of("gcp-api-key", "AIza", "[\\w-]{35}"),
        Token.of("gcp-oauth-client-secret", "GOCSPX-", "[\\w-]{20,}"),
        Token.of("gcp-access-token", "ya29.", "[\\w.-]{20,}"),
        Token.of("gcp-refresh-token", "1//0", "[\\w-]{24,}"),
        Token.of("alibaba-access-key-id", "LTAI", "[A-Za-z0-9]{12,}"),
        Token.of("digitalocean-token", "dop_v1_ doo_v1_ dor_v1_", "[a-f0-9]{32,}"),
        Token.of("heroku-token", "HRKU-", "[\\w-]{30,}"),
        Token.of("cloudflare-origin-ca-key", "v1.0-", "[a-f0-9]{24}-[a-f0-9]{64,}"),
        Token.of("fly-token", "fo1_ fm1_ fm2_ fm1r_ fm2r_", "[A-Za-z0-9+/=_-]{32,}"),
        Token.of("netlify-token", "nfp_", "[A-Za-z0-9]{32,}"),
        Token.of("render-key", "rnd_", "[A-Za-z0-9]{24,}"),
        Token.of("supabase-token", "sbp_ sb_secret_", "[\\w-]{24,}"),
        Token.of("planetscale-token", "pscale_tkn_ pscale_pw_ pscale_oauth_", "[\\w.=-]{32,}"),
        Token.of("pulumi-token", "pul-", "[a-f0-9]{40}"),
        Token.of("vault-token", "hvs. hvb. hvr.", "[\\w-]{20,}"),
        Token.of("doppler-token", "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.", "[\\w.-]{36,}"),
        Token.of("age-secret-key", "AGE-SECRET-KEY-1", "[0-9A-Z]{30,}"),
        Token.of("onepassword-service-token", "ops_eyJ", "[\\w+/=-]{100,}"),
        Token.of("onepassword-secret-key", "A3-", "[A-Z0-9]{6}-[A-Z0-9]{6}(?:-?[A-Z0-9]{5}){4}"),
        Token.of("tailscale-key", "tskey-", "[a-z]+-[\\w-]{12,}"),
        Token.of("docker-swarm-token", "SWMTKN-1-", "[a-z0-9-]{40,}"),
        Token.of("k3s-token", "K10", "[a-f0-9]{64}::[\\w.:-]{8,}"));
  }

  static List<Rule> others() {
    return List.of(
        Keyed.valued(
            "aws-secret-access-key",
            "aws_secret|aws-secret|awssecret|secret_access_key|secret-access-key|secretaccesskey"
                + "|secret access key",
            "[A-Za-z0-9/+]{40}"),
        Keyed.open(
            "aws-session-token",
            "session_token|session-token|sessiontoken|security_token|security-token",
            "([A-Za-z0-9/+=%]{80,})"),
        Keyed.of(
            "presigned-url-signature",
            "x-amz-signature=|x-goog-signature=|x-amz-security-token=",
            "([\\w%+/=.-]{32,})"),
        Keyed.open(
            "azure-storage-key",
            "accountkey|sharedaccesskey|storage_key|storagekey|storage-key",
            "([A-Za-z0-9+/]{40,}={0,2})"),
        Keyed.of("azure-sas-signature", "sig=", "([A-Za-z0-9%+/=]{40,})"),
        new Led("azure-client-secret", List.of("Q~"), Led.LETTERS + "_~.", 4, 4, "[\\w~.-]{30,}"),
        new Led("azure-devops-token", List.of("AZDO"), Led.LETTERS, 76, 76, "[A-Za-z0-9]{4}"),
        new Led("terraform-cloud-token", List.of(".atlasv1."), Led.LETTERS, 14, 14, "[\\w=-]{40,}"),
        Keyed.valued(
            "heroku-api-key",
            "heroku",
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
        Keyed.valued(
            "cloudflare-api-key", "cloudflare|cf_api|cf-api", "[a-f0-9]{37}|[\\w-]{40}|[\\w-]{53}"),
        Keyed.valued("fastly-token", "fastly", "[\\w-]{32}"));
  }
}
