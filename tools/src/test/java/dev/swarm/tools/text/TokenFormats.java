package dev.swarm.tools.text;

import java.util.List;

/** One fake of every form that is known by itself, with the rule that must name it. */
final class TokenFormats {
  private TokenFormats() {}

  /**
   * @param rule the id that must be shown
   */
  record Format(String rule, String secret) {
    @Override
    public String toString() {
      return rule + " " + secret.substring(0, Math.min(6, secret.length())) + "…";
    }
  }

  static List<Format> all() {
    var fakes = new FakeSecrets(2026);
    return TABLE
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> {
          String[] cells = line.split(" +", 2);
          return new Format(cells[0], fakes.from(cells[1]));
        })
        .toList();
  }

  private static final String TABLE =
      """
      aws-access-key-id AKIA{16:Z}
      aws-access-key-id ASIA{16:Z}
      aws-bedrock-key ABSK{109:A}
      aws-mws-token amzn.mws.{8:h}-{4:h}-{4:h}-{4:h}-{12:h}
      gcp-api-key AIza{35:A}
      gcp-oauth-client-secret GOCSPX-{28:A}
      gcp-access-token ya29.{60:A}
      gcp-refresh-token 1//0{40:A}
      alibaba-access-key-id LTAI{20:A}
      digitalocean-token dop_v1_{64:h}
      heroku-token HRKU-AA{58:A}
      cloudflare-origin-ca-key v1.0-{24:h}-{146:h}
      fly-token fm2_{64:A}
      netlify-token nfp_{36:A}
      render-key rnd_{28:A}
      supabase-token sbp_{40:h}
      planetscale-token pscale_tkn_{43:A}
      pulumi-token pul-{40:h}
      vault-token hvs.{90:A}
      vault-token hvb.{120:A}
      doppler-token dp.pt.{43:A}
      age-secret-key AGE-SECRET-KEY-1{58:Z}
      onepassword-service-token ops_eyJ{250:A}
      onepassword-secret-key A3-{6:Z}-{6:Z}-{5:Z}-{5:Z}-{5:Z}-{5:Z}
      tailscale-key tskey-auth-{12:A}-{32:A}
      docker-swarm-token SWMTKN-1-{50:a}-{25:a}
      k3s-token K10{64:h}::server:{32:h}
      terraform-cloud-token {14:A}.atlasv1.{67:A}
      azure-client-secret {3:A}8Q~{34:A}
      azure-devops-token {76:A}AZDO{4:A}
      github-token ghp_{36:A}
      github-token gho_{36:A}
      github-token ghu_{36:A}
      github-token ghs_{36:A}
      github-token ghr_{76:A}
      github-fine-grained-token github_pat_{22:A}_{59:A}
      gitlab-token glpat-{20:A}
      gitlab-token gldt-{20:A}
      gitlab-token glrt-{20:A}
      gitlab-token glptt-{40:h}
      gitlab-token glcbt-{20:A}
      bitbucket-token ATBB{32:A}
      atlassian-token ATATT3{186:A}
      npm-token npm_{36:A}
      pypi-token pypi-AgEIcHlwaS5vcmc{70:A}
      rubygems-token rubygems_{48:h}
      crates-token cio{32:A}
      nuget-key oy2{43:a}
      clojars-token CLOJARS_{60:a}
      docker-hub-token dckr_pat_{27:A}
      artifactory-key AKCp{69:A}
      buildkite-token bkua_{40:h}
      circleci-token CCIPAT_{22:A}_{40:h}
      sonar-token sqp_{40:h}
      postman-key PMAK-{24:h}-{34:h}
      linear-key lin_api_{40:A}
      notion-token ntn_{46:A}
      notion-token secret_{43:A}
      figma-token figd_{40:A}
      slack-token xoxb-{12:9}-{12:9}-{24:A}
      slack-token xoxp-{12:9}-{12:9}-{12:9}-{32:h}
      slack-app-token xapp-1-A{10:Z}-{13:9}-{64:h}
      sendgrid-key SG.{22:A}.{43:A}
      mailgun-key key-{32:h}
      brevo-key xkeysib-{64:h}-{16:A}
      mailersend-token mlsn.{64:h}
      twilio-api-key SK{32:h}
      stripe-key sk_live_{24:A}
      stripe-key rk_live_{24:A}
      stripe-webhook-secret whsec_{32:A}
      square-token sq0atp-{22:A}
      square-token EAAA{60:A}
      braintree-token access_token$production${16:a}${32:h}
      shopify-token shpat_{32:h}
      flutterwave-key FLWSECK-{32:h}-X
      anthropic-key sk-ant-api03-{93:A}AA
      openrouter-key sk-or-v1-{64:h}
      openai-key sk-proj-{60:A}
      model-api-key sk-{48:A}
      huggingface-token hf_{34:A}
      groq-key gsk_{52:A}
      xai-key xai-{80:A}
      replicate-token r8_{37:A}
      perplexity-key pplx-{48:A}
      databricks-token dapi{32:h}
      langsmith-key lsv2_pt_{32:h}_{10:h}
      telegram-bot-token {10:9}:AA{33:A}
      mailchimp-key {32:h}-us12
      grafana-key eyJrIjoi{70:A}=
      grafana-token glsa_{32:A}_{8:h}
      newrelic-key NRAK-{27:Z}
      newrelic-license-key {36:h}NRAL
      sentry-token sntrys_{60:A}
      honeycomb-key hcaik_{58:a}
      dynatrace-token dt0c01.{24:Z}.{64:Z}
      jwt eyJ{33:A}.eyJ{60:A}.{43:A}
      """;
}
