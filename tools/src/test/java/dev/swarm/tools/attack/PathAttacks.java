package dev.swarm.tools.attack;

import java.util.List;
import java.util.stream.Stream;

/** What is tried on parameters that are paths. */
final class PathAttacks {
  private static final List<String> RELATIVE =
      List.of(
          "etc/shadow",
          "../etc/shadow",
          "./x",
          "..",
          ".",
          "x",
          "~root",
          "~/.ssh",
          "C:\\x",
          "$HOME",
          "file:///etc/shadow",
          "\\\\unc\\share",
          "LD_PRELOAD=/tmp/x.so",
          "PAGER=id",
          "A=B",
          " /etc",
          "\uff0fetc\uff0fshadow",
          "\u2215etc",
          "%2fetc",
          "null",
          "{path}",
          "*",
          ":/etc");

  private static final List<String> TRAVERSAL =
      List.of(
          "/var/../etc/shadow",
          "/..",
          "/.",
          "/var/./log",
          "/var/log/..",
          "/../../../etc/passwd",
          "/var/log/../../root/.ssh/id_rsa");

  private static final List<String> NORMAL = List.of("//etc", "/var//log", "/var/", "/var/log//");

  private static final List<String> GLOBS =
      List.of(
          "/etc/*",
          "/etc/shado?",
          "/etc/[s]hadow",
          "/{etc,var}",
          "/$(id)",
          "/`id`",
          "/${HOME}",
          "/a;id",
          "/a|id",
          "/a&b",
          "/a>b",
          "/a<b",
          "/a'b",
          "/a\"b",
          "/a\\b",
          "/a!b",
          "/a#b",
          "/~root");

  private static final List<String> FORBIDDEN =
      List.of(
          "/etc/shadow",
          "/etc/shadow-",
          "/etc/gshadow",
          "/etc/sudoers",
          "/etc/sudoers.d/a",
          "/etc/security/opasswd",
          "/etc/krb5.keytab",
          "/etc/SHADOW",
          "/private/etc/master.passwd/.ssh",
          "/etc/ssl/private",
          "/etc/ssl/private/a.key",
          "/etc/pki/tls/private/a.key",
          "/etc/ssh/ssh_host_ed25519_key",
          "/etc/wireguard/wg0.conf",
          "/etc/kubernetes/admin.conf",
          "/etc/kubernetes/pki/ca.key",
          "/etc/openvpn/server.key",
          "/etc/NetworkManager/system-connections",
          "/etc/ppp/chap-secrets",
          "/root/.ssh",
          "/root/.ssh/id_rsa",
          "/home/a/.ssh/id_ed25519",
          "/Users/a/.SSH/id_rsa",
          "/srv/backup/id_rsa",
          "/home/a/.aws/credentials",
          "/home/a/.kube/config",
          "/home/a/.netrc",
          "/home/a/.docker/config.json",
          "/home/a/.config/gcloud/x",
          "/var/lib/postgresql/.pgpass",
          "/home/a/.bash_history",
          "/Users/a/Library/Keychains/login.keychain-db",
          "/etc/letsencrypt/live/a/privkey.pem",
          "/run/secrets/db",
          "/var/run/secrets/kubernetes.io",
          "/run/credentials/a.service",
          "/run/docker.sock",
          "/var/run/docker.sock",
          "/run/containerd/containerd.sock",
          "/run/dbus/system_bus_socket",
          "/var/lib/docker/secrets",
          "/var/lib/kubelet/pods/a",
          "/proc/self/environ",
          "/proc/self",
          "/proc/thread-self/x",
          "/proc/1/root/etc/shadow",
          "/proc/1/environ",
          "/proc/1/fd/3",
          "/proc/1/cwd",
          "/proc/1/mem",
          "/proc/1/exe",
          "/proc/1/task/1/root",
          "/proc/kcore",
          "/proc/kmsg",
          "/proc/sysrq-trigger",
          "/dev",
          "/dev/mem",
          "/dev/kmsg",
          "/dev/tty",
          "/dev/fd/0",
          "/dev/stdin",
          "/dev/tcp/evil/80",
          "/dev/sd*".replace('*', ' '),
          "/dev/random",
          "/sys/kernel/debug",
          "/sys/kernel/tracing/trace_pipe",
          "/var/lib/sss/secrets");

  private PathAttacks() {}

  static Stream<Attack> all() {
    return Stream.of(
            with("argument.relative", RELATIVE),
            with("argument.traversal", TRAVERSAL),
            with("argument.normal", NORMAL),
            with("argument.glob", GLOBS),
            with("argument.forbidden", FORBIDDEN))
        .flatMap(attacks -> attacks);
  }

  private static Stream<Attack> with(String rule, List<String> values) {
    return values.stream().map(value -> new Attack(value, rule));
  }
}
