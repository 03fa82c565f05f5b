package dev.swarm.tools.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules, the more telling first. Forms are those that the issuers document, or that public
 * scanners agree on; {@code docs/redaction.md} lists them with their known misses.
 */
final class Rules {
  private Rules() {}

  static List<Rule> all() {
    List<Token> tokens =
        Stream.of(
                CloudRules.tokens(), CodeRules.tokens(), ServiceRules.tokens(), WatchRules.tokens())
            .flatMap(List::stream)
            .toList();
    return Stream.of(
            List.of(new KeyBlock("private-key"), new PuttyKey("putty-private-key")),
            tokens,
            List.of(new Encoded("base64-secret", tokens)),
            CloudRules.others(),
            ServiceRules.others(),
            WatchRules.others(),
            HostRules.all(),
            assigned())
        .<Rule>flatMap(List::stream)
        .toList();
  }

  private static List<Rule> assigned() {
    return List.of(
        Assigned.wholeName("wifi-psk", "psk"),
        Assigned.anywhere("password-value", "password|passwd|passwort|passphrase|passcode"),
        Assigned.wholeName("password-value", "pass|pwd|userpw|rootpw|bindpw"),
        Assigned.anywhere("secret-value", "secret"),
        Assigned.anywhere("token-value", "token"),
        Assigned.anywhere(
            "key-value",
            "api_key|apikey|api-key|access_key|accesskey|access-key|private_key|privatekey"
                + "|auth_key|authkey|auth-key|encryption_key|encryptionkey|encryption-key"
                + "|signing_key|signingkey|signing-key|account_key|accountkey|master_key|masterkey"
                + "|app_key|appkey|shared_key|sharedkey"));
  }
}
