package dev.swarm.tools.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of path arguments: absolute, normal, no globs, and nowhere that secrets live. */
final class PathGrammar {
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{}$`~|;&<>\"'\\\\!#]");
  private static final List<Pattern> FORBIDDEN =
      List.of(
          Pattern.compile("/proc/[^/]+/(root|fd|cwd|exe|mem|environ|map_files|task)(/.*)?"),
          Pattern.compile("/proc/(kcore|kmem|sysrq-trigger|self.*|thread-self.*)"),
          Pattern.compile(
              "/dev(/(?!(sd|nvme|vd|xvd|hd|mmcblk|md|dm-|mapper/|disk)[A-Za-z0-9_/.-]*$).*)?"),
          Pattern.compile("/etc/(shadow|gshadow|sudoers|security/opasswd)[^/]*(/.*)?"),
          Pattern.compile("/etc/ssl/private(/.*)?"),
          Pattern.compile("(/var)?/run/secrets(/.*)?"),
          Pattern.compile("/var/lib/(sss/secrets|docker/secrets|kubelet/pods)(/.*)?"),
          Pattern.compile(
              "(/root|/home/[^/]+|/Users/[^/]+)/\\.(ssh|aws|azure|gnupg|kube|docker|config/gcloud"
                  + "|password-store|netrc|pgpass|my\\.cnf|vault-token|git-credentials)(/.*)?"));

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
    return FORBIDDEN.stream().anyMatch(pattern -> pattern.matcher(value).matches())
        ? ArgumentGrammar.invalid(
            "argument.forbidden", parameter, "is a place that tools do not look into")
        : Optional.empty();
  }
}
