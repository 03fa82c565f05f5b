package dev.swarm.tools.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of path arguments: absolute, normal, no globs, and nowhere that secrets live. */
final class PathGrammar {
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{}$`~|;&<>\"'\\\\!#]");

  /** Of any case: file systems of macOS make no difference, and elsewhere nothing is lost. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(/private)?("
              + String.join(
                  "|",
                  "/proc/[^/]+/(root|fd|fdinfo|cwd|exe|mem|environ|auxv|map_files|task)(/.*)?",
                  "/proc/(kcore|kmem|kmsg|sysrq-trigger|self.*|thread-self.*)",
                  "/dev(/(?!(sd|nvme|vd|xvd|hd|mmcblk|md|dm-|mapper/|disk|shm(/|$))[a-z0-9_/.-]*$).*)?",
                  "/etc/(shadow|gshadow|sudoers|security/opasswd|krb5\\.keytab)[^/]*(/.*)?",
                  "/etc/(ssl/private|pki/tls/private|pki/private|wireguard)(/.*)?",
                  "/etc/(NetworkManager/system-connections|ppp/.*-secrets)(/.*)?",
                  "/etc/kubernetes/[^/]*\\.conf",
                  "/etc/ssh/ssh_host_[^/]*_key",
                  "/var/db/(dslocal|SystemKey|lockdown)(/.*)?",
                  "(/var)?/run/(secrets|credentials|user/[^/]+/(keyring|gnupg))(/.*)?",
                  "(/var)?/run/.*(\\.sock|socket)",
                  "/var/lib/(sss/(secrets|db)|docker/(secrets|swarm)|kubelet/pods|tor)(/.*)?",
                  "/sys/kernel/(debug|tracing|security)(/.*)?",
                  ".*/\\.(ssh|aws|azure|gnupg|kube|docker|config/gcloud|config/gh|password-store"
                      + "|netrc|pgpass|my\\.cnf|vault-token|git-credentials|npmrc|pypirc)(/.*)?",
                  ".*/\\.[^/]*_history",
                  ".*\\.(key|keytab|kdbx|p12|pfx|jks)",
                  ".*/(Library/Keychains|id_(rsa|dsa|ecdsa|ed25519)(_sk)?|privkey[^/]*\\.pem)(/.*)?")
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private PathGrammar() {}

  static Optional<Arguments.Invalid> broken(Parameter parameter, String value) {
    if (!value.startsWith("/")) {
      return ArgumentGrammar.invalid("argument.relative", parameter, "is no absolute path");
    }
    if (SPECIAL.matcher(value).find()) {
      return ArgumentGrammar.invalid(
          "argument.glob", parameter, "holds a character that a shell or a glob would act upon");
    }
    for (var element : value.substring(1).split("/", -1)) {
      if (element.equals("..") || element.equals(".")) {
        return ArgumentGrammar.invalid("argument.traversal", parameter, "holds '.' or '..'");
      }
    }
    if (value.contains("//") || (value.length() > 1 && value.endsWith("/"))) {
      return ArgumentGrammar.invalid(
          "argument.normal", parameter, "holds '//' or ends with '/': write it normalised");
    }
    return FORBIDDEN.matcher(value).matches()
        ? ArgumentGrammar.invalid(
            "argument.forbidden", parameter, "is a place that tools do not look into")
        : Optional.empty();
  }
}
