package dev.swarm.tools.text;

import java.util.List;

/** Messages, mail, payments, shops, models. */
final class ServiceRules {
  private ServiceRules() {}

  static List<Token> tokens() {
    return List.of(
        Token.of(
            "slack-token",
            "xoxb- xoxp- xoxa- xoxr- xoxs- xoxo- xoxc- xoxd- xoxe- xoxe.xoxp- xoxe.xoxb-",
            "(?:[\\w+/=.-]|%2[BbFf]|%3[Dd]){10,}"),
        Token.of("slack-app-token", "xapp-", "[\\w-]{20,}"),
        Token.of("sendgrid-key", "SG.", "[\\w-]{20,24}\\.[\\w-]{30,}"),
        Token.of("mailgun-key", "key-", "[a-f0-9]{32}\\b"),
        Token.of("brevo-key", "xkeysib- xsmtpsib-", "[a-f0-9]{64}-[A-Za-z0-9]{16}"),
        Token.of("mailersend-token", "mlsn.", "[a-f0-9]{48,}"),
        Token.of("twilio-api-key", "SK", "[a-f0-9]{32}\\b"),
        Token.of("stripe-key", "sk_live_ sk_test_ rk_live_ rk_test_ sk_org_", "[A-Za-z0-9_]{16,}"),
        Token.of("stripe-webhook-secret", "whsec_", "[A-Za-z0-9+/=]{24,}"),
        Token.of("square-token", "sq0atp- sq0csp- EAAA", "[\\w-]{22,}"),
        Token.of(
            "braintree-token",
            "access_token$production$ access_token$sandbox$",
            "[a-z0-9]{16}\\$[a-f0-9]{32}"),
        Token.of("shopify-token", "shpat_ shpca_ shppa_ shpss_ shptka_", "[a-fA-F0-9]{32,}"),
        Token.of("flutterwave-key", "FLWSECK- FLWSECK_TEST-", "[\\w-]{12,}"),
        Token.of("anthropic-key", "sk-ant-", "[\\w-]{20,}"),
        Token.of("openrouter-key", "sk-or-", "[\\w-]{32,}"),
        Token.of("openai-key", "sk-proj- sk-svcacct- sk-admin-", "[\\w-]{20,}"),
        Token.of("model-api-key", "sk-", "[A-Za-z0-9]{32,}"),
        Token.of("huggingface-token", "hf_ api_org_", "[A-Za-z0-9]{30,}"),
        Token.of("groq-key", "gsk_", "[A-Za-z0-9]{40,}"),
        Token.of("xai-key", "xai-", "[A-Za-z0-9]{60,}"),
        Token.of("replicate-token", "r8_", "[A-Za-z0-9]{32,}"),
        Token.of("perplexity-key", "pplx-", "[A-Za-z0-9]{40,}"),
        Token.of("databricks-token", "dapi", "[a-f0-9]{32}(?:-\\d)?\\b"),
        Token.of("langsmith-key", "lsv2_pt_ lsv2_sk_", "[a-f0-9_]{32,}"));
  }

  static List<Rule> others() {
    return List.of(
        Keyed.of(
            "slack-webhook",
            "hooks.slack.com/services/|hooks.slack.com/workflows/|hooks.slack.com/triggers/",
            "([\\w+/-]{16,})"),
        Keyed.of(
            "discord-webhook",
            "discord.com/api/webhooks/|discordapp.com/api/webhooks/",
            "\\d{5,20}/([\\w-]{30,})"),
        Keyed.of("teams-webhook", "webhook.office.com/webhookb2/", "([\\w@/-]{32,})"),
        Keyed.valued("discord-bot-token", "discord", "[\\w-]{23,28}\\.[\\w-]{6}\\.[\\w-]{27,38}"),
        new Led(
            "telegram-bot-token",
            List.of(":AA"),
            Led.DIGITS,
            8,
            10,
            "([\\w-]{32,33})(?:[^\\w+/-]|$)"),
        new Led("mailchimp-key", List.of("-us"), Led.HEX, 32, 32, "[0-9]{1,2}\\b"),
        Keyed.valued("twilio-auth-token", "twilio", "[a-f0-9]{32}"));
  }
}
