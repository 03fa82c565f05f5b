package dev.swarm.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets that only their surroundings give away. «…» marks what must be hidden, and no more. */
class ContextRedactionTest {
  private static final Sanitizer SANITIZER = new Sanitizer();

  /**
   * @param template the line, its secrets between « and »
   */
  record Line(String rule, String template) {
    String raw() {
      return template.replace("«", "").replace("»", "");
    }

    String cleaned() {
      return template.replaceAll("«[^»]*»", "‹redacted:" + rule + "›");
    }

    @Override
    public String toString() {
      return rule + ": " + cleaned();
    }
  }

  static Stream<Line> lines() {
    var fakes = new FakeSecrets(11);
    return TABLE
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split(" \\| ", 2))
        .map(cells -> new Line(cells[0].strip(), fakes.from(cells[1]).replace("⏎", "\n")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_secret_is_hidden_where_its_surroundings_give_it_away_and_the_rest_stays(Line line) {
    String cleaned = SANITIZER.clean(line.raw()).value();

    assertEquals(line.cleaned(), cleaned);
    assertEquals(cleaned, SANITIZER.clean(cleaned).value());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void each_line_needs_its_rule(Line line) {
    var others = Rules.all().stream().filter(rule -> !rule.id().equals(line.rule())).toList();

    assertNotEquals(line.cleaned(), new Redaction(others).of(line.raw()));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_path_or_a_time_stamp_before_the_line_changes_nothing(Line line) {
    for (String prefix : List.of("/opt/app/x.conf: ", "Nov 20 10:00:00 host app[7]: ")) {
      assertEquals(prefix + line.cleaned(), SANITIZER.clean(prefix + line.raw()).value());
    }
  }

  @Test
  void every_rule_of_surroundings_has_a_line_here() {
    var covered = lines().map(Line::rule).collect(Collectors.toSet());
    var missing =
        Rules.all().stream()
            .filter(rule -> !(rule instanceof Token || rule instanceof Led))
            .filter(rule -> !(rule instanceof KeyBlock || rule instanceof Encoded))
            .map(Rule::id)
            .filter(id -> !covered.contains(id) && !id.equals("putty-private-key"))
            .distinct()
            .toList();

    assertEquals(List.of(), missing);
  }

  private static final String TABLE =
      """
      password-value | export DB_PASSWORD=«{12:A}»
      password-value | export DB_PASSWORD='«{6:A} {6:A}»'
      password-value | DB_PASSWORD="«{12:A}»" ./start
      password-value | PGPASSWORD=«{12:A}» psql -h db
      password-value | password: «{12:A}»
      password-value | password: "«{12:A}»"  # the database
      password-value | {"user":"x","password":"«{12:A}»","port":5}
      password-value | {\\"user\\":\\"x\\",\\"password\\":\\"«{12:A}»\\",\\"port\\":5}
      password-value | password = «{12:A}»
      password-value | spring.datasource.password=«{12:A}»
      password-value | <password>«{12:A}»</password>
      password-value | <property name="password" value="«{12:A}»"/>
      password-value | <entry key="db.password">«{12:A}»</entry>
      password-value | <user name="x" password="«{12:A}»"/>
      password-value | <key>Password</key><string>«{12:A}»</string>
      password-value | 7 ? Ss 0:00 app --db-password «{12:A}» --port 5
      password-value | 7 ? Ss 0:00 app --password=«{12:A}» --port 5
      password-value | "Args": ["--password","«{12:A}»","-v"]
      password-value | {"name":"DB_PASSWORD","value":"«{12:A}»"}
      password-value | - name: DB_PASSWORD⏎  value: «{12:A}»
      password-value | Server=db;Uid=x;Password=«{6:A};{6:A}»;Encrypt=yes
      password-value | GET /login?user=x&password=«{12:A}»&next=/ HTTP/1.1
      password-value | jdbc:postgresql://db/x?user=u&password=«{12:A}»
      password-value | config['password'] = '«{12:A}»'
      password-value | 'password' => '«{12:A}»',
      password-value | passwd:«{12:A}»
      password-value | DB_PASS=«{12:A}»
      password-value | MYSQL_PWD=«{12:A}» mysql -h db
      secret-value | client_secret: «{24:A}»
      secret-value | AZURE_CLIENT_SECRET=«{30:A}»
      secret-value | {"clientSecret": "«{24:A}»"}
      token-value | GITEA_TOKEN=«{40:h}»
      token-value | X-Vault-Token: «{26:A}»
      token-value | auth_token = "«{24:A}»"
      token-value | kubeadm join 10.0.0.1:6443 --token «{6:a}.{16:a}» --v=5
      token-value | //registry.example/:_authToken=«{36:h}»
      key-value | X-Api-Key: «{32:A}»
      key-value | apiKey: '«{32:A}»'
      key-value | ?api_key=«{32:A}»&b=1
      wifi-psk | psk="«{6:A} {6:A}»"
      wifi-psk | psk=«{64:h}»
      aws-secret-access-key | aws_secret_access_key = «{40:A}»
      aws-secret-access-key | "SecretAccessKey": "«{40:A}»",
      aws-session-token | aws_session_token = «{200:b}»
      presigned-url-signature | GET /o?X-Amz-Date=2026&X-Amz-Signature=«{64:h}»
      azure-storage-key | DefaultEndpointsProtocol=https;AccountName=x;AccountKey=«{86:A}==»;EndpointSuffix=core
      azure-sas-signature | https://x.blob.example/c?sv=2026&sig=«{43:A}%3D»&se=2026
      heroku-api-key | HEROKU_API_KEY=«{8:h}-{4:h}-{4:h}-{4:h}-{12:h}»
      cloudflare-api-key | CLOUDFLARE_API_TOKEN=«{40:A}»
      fastly-token | FASTLY_KEY: «{32:A}»
      slack-webhook | url https://hooks.slack.com/services/«T{8:Z}/B{8:Z}/{24:A}»
      discord-webhook | https://discord.com/api/webhooks/{18:9}/«{68:A}»
      teams-webhook | https://x.webhook.office.com/webhookb2/«{36:h}@{36:h}/IncomingWebhook/{32:h}»
      discord-bot-token | DISCORD_BOT=«M{23:A}.{6:A}.{27:A}»
      twilio-auth-token | TWILIO_AUTH=«{32:h}»
      datadog-key | DD_API: «{32:h}»
      sentry-dsn | SENTRY_DSN=https://«{32:h}»@o123.ingest.sentry.example/456
      url-password | postgres://app:«{12:A}»@db.example:5432/x
      url-password | mongodb+srv://app:«{12:A}»@c.example/x
      url-password | redis://:«{12:A}»@cache:6379/0
      url-password | amqp://app:«{8:A}:{4:A}»@mq//
      url-password | "url": "https:\\/\\/app:«{12:A}»@host\\/x"
      oracle-password | jdbc:oracle:thin:app/«{12:A}»@//db:1521/x
      authorization-header | Authorization: Basic «{24:A}==»
      authorization-header | -H 'Authorization: Bearer «{24:A}»' https://x
      authorization-header | {"authorization":"Bearer «{24:A}»"}
      bearer-token | sending bearer «{10:A}7{20:A}» to peer
      cookie | Cookie: sid=«{24:A}; theme=dark»
      cookie | Set-Cookie: sid=«{24:A}»; Path=/; HttpOnly
      crypt-hash | root:$6$«{16:A}${86:A}»:19000:0:99999:7:::
      crypt-hash | root:$y$«j9T${22:A}${43:A}»:19000:0:99999:7:::
      crypt-hash | web:$apr1$«{8:A}${22:A}»
      bcrypt-hash | web:$2b$«12${53:A}»
      argon2-hash | x $argon2id$«v=19$m=65536,t=3,p=4${22:A}${43:A}»
      pbkdf2-hash | pbkdf2_sha256$«600000${22:A}${43:A}=»
      ldap-hash | entry {SSHA}«{32:A}=»
      netrc-password | machine host.example login app password «{12:A}»
      pgpass-password | db.example:5432:app:app:«{12:A}»
      wireguard-key | PrivateKey = «{43:A}=»
      wireguard-key | PresharedKey = «{43:A}=»
      wifi-psk | wpa-psk «{16:A}»
      kerberos-key | 2 host/x@EXAMPLE (aes256-cts-hmac-sha1-96)  (0x«{64:h}»)
      ipsec-psk | 10.0.0.1 10.0.0.2 : PSK "«{16:A}»"
      snmp-community | rocommunity «{10:A}» 10.0.0.0/8
      redis-password | requirepass «{16:A}»
      sql-password | CREATE USER x IDENTIFIED BY '«{12:A}»'
      sql-password | ALTER ROLE x WITH PASSWORD '«{12:A}»'
      mysql-password | 7 ? 0:00 mysql -u root -p«{12:A}» shop
      sshpass-password | 7 ? 0:00 sshpass -p «{12:A}» ssh host
      curl-password | curl -s -u app:«{12:A}» https://x
      redis-cli-password | redis-cli -h c -a «{12:A}» ping
      smb-password | smbclient //h/s -U app%«{12:A}»
      ldap-password | ldapsearch -x -D cn=x -w «{12:A}» -b dc=x
      openssl-password | openssl pkcs12 -in x -passin pass:«{12:A}»
      putty-private-mac | Private-MAC: «{64:h}»
      """;
}
