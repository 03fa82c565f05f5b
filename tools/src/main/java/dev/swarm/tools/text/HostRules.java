package dev.swarm.tools.text;

import java.util.List;

/** What lies about on a host: hashes, headers, URLs, command lines, files of daemons. */
final class HostRules {
  private static final String WORD = "[^\\s\"'`<>‹›\\x00-\\x20]";

  private HostRules() {}

  static List<Rule> all() {
    return List.of(
        Keyed.of(
            "url-password", "://|:\\/\\/", "[^\\s:/?#@\"'<>‹›]*:([^\\s/?#\"'<>‹›\\x00-\\x20]+)@"),
        Keyed.of("oracle-password", "jdbc:oracle:", "\\w+:[^\\s/@:]+/([^\\s@\"'‹›]+)@"),
        Keyed.of(
            "authorization-header",
            "authorization",
            "\\\\*[\"']?[ \\t]*[:=,]["
                + " \\t]*\\\\*[\"']?(?:(?i:basic|bearer|token|digest|negotiate|ntlm|apikey|bot|splunk|geniekey|key|oauth|ssws|hawk|bearertoken)["
                + " \\t]+"
                + "([^\\s\"'\\\\‹›][^\"'\\\\\\n\\r‹›]*[^\\s\"'\\\\‹›])|([^\\s\"'\\\\‹›]{16,}))"),
        Keyed.of("bearer-token", "bearer", "[ \\t]+([\\w~+/.-]*[0-9][\\w~+/.-]{15,}=*)"),
        Keyed.of(
            "cookie",
            "cookie",
            "\\\\*[\"']?:[ \\t]*\\\\*[\"']?[\\w.!#$%&*+^|~-]+=([^\\n\\r\"'\\\\‹›]*?)"
                + "(?:;[ ]?(?i:path|domain|expires|max-age|httponly|secure|samesite)"
                + "|[\\n\\r\"'\\\\‹]|$)"),
        Keyed.of(
            "crypt-hash", "$1$|$5$|$6$|$7$|$y$|$gy$|$apr1$|$md5$|$sha1$", "([./\\w$=,-]{20,})"),
        Keyed.of("bcrypt-hash", "$2a$|$2b$|$2x$|$2y$", "(\\d\\d\\$[./A-Za-z0-9]{40,})"),
        Keyed.of("argon2-hash", "$argon2", "(?:id|i|d)\\$([\\w$=,+/.-]{20,})"),
        Keyed.of("pbkdf2-hash", "pbkdf2", "[\\w-]*[$:]([\\w$:=,+/.-]{24,})"),
        Keyed.of(
            "ldap-hash",
            "{ssha}|{sha}|{ssha256}|{ssha512}|{sha256}|{sha512}|{smd5}|{md5}|{crypt}",
            "([\\w+/=.$-]{12,})"),
        Keyed.of("netrc-password", "login", "[ \\t]+\\S+[ \\t\\n]+password[ \\t]+(\\S+)"),
        Keyed.of("pgpass-password", ":5432:|:3306:", "[^:\\s]+:[^:\\s]+:(\\S+)"),
        Keyed.open(
            "wireguard-key",
            "privatekey|presharedkey|private key|preshared key|private-key|preshared-key",
            "([A-Za-z0-9+/]{43}=)"),
        Keyed.of(
            "wifi-psk",
            "wpa-psk|wpa_psk|wpa-passphrase",
            "[ \\t]*[ \\t=][ \\t]*\"?([^\\s\"‹›]{8,64})\"?[ \\t]*(?:$|\\n)"),
        Keyed.of(
            "kerberos-key",
            "aes256-cts|aes128-cts|arcfour-hmac|des3-cbc|camellia256-cts|camellia128-cts",
            "[\\w-]*\\)?[ \\t]+\\(?0x([0-9a-fA-F]{16,})"),
        Keyed.of("ipsec-psk", ": psk", "[ \\t]+[\"']([^\"'\\n‹›]+)[\"']"),
        Keyed.of("snmp-community", "rocommunity|rwcommunity", "6?[ \\t]+([^\\s‹›]+)"),
        Keyed.of("redis-password", "requirepass|masterauth|masterpass", "[ \\t]+\"?([^\\s\"‹›]+)"),
        Keyed.of(
            "sql-password",
            "identified by|password '|password \"|with password",
            "(?:[ \\t]+password)?[ \\t]*['\"]?([^\\s'\"‹›]+)['\"]"),
        OnLine.of(
            "mysql-password",
            "mysql mysqldump mysqladmin mariadb mariadb-dump mysqlimport",
            "[ \\t]-p(" + WORD + "+)"),
        OnLine.of("sshpass-password", "sshpass", "[ \\t]-p[ \\t\\x00]*['\"]?(" + WORD + "+)"),
        OnLine.of(
            "curl-password",
            "curl wget http https",
            "[ \\t](?:-u|--user|-U|--proxy-user)[ \\t=\\x00]*['\"]?[^\\s:'\"]+:(" + WORD + "+)"),
        OnLine.of("redis-cli-password", "redis-cli", "[ \\t]-a[ \\t\\x00]+['\"]?(" + WORD + "+)"),
        OnLine.of(
            "smb-password",
            "smbclient rpcclient mount.cifs smbget",
            "[ \\t]-U[ \\t]*['\"]?[^\\s%'\"]+%(" + WORD + "+)"),
        OnLine.of(
            "ldap-password",
            "ldapsearch ldapmodify ldapadd ldapwhoami ldappasswd ldapdelete",
            "[ \\t]-w[ \\t]*['\"]?(" + WORD + "+)"),
        OnLine.of(
            "openssl-password", "openssl", "[ \\t]-pass(?:in|out)?[ \\t]+pass:(" + WORD + "+)"),
        Keyed.of("putty-private-mac", "private-mac:", "[ \\t]*([a-f0-9]{40,})"));
  }
}
