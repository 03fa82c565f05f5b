package dev.swarm.faults;

import java.util.List;

/** Every fault that is made. */
final class Faults {
  private static final String HEALTHY_WORLD = "";
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC";

  static final List<Fault> ALL =
      List.of(
          new Fault(
              "full-disk",
              "storage.space",
              "critical",
              "DIR/full",
              "DIR/full is 100 % full",
              "DIR/roomy"),
          new Fault(
              "nearly-full-disk",
              "storage.space",
              "warning",
              "DIR/nearly",
              "DIR/nearly is NEARLY(\\.\\d+)? % full",
              "DIR/roomy"),
          new Fault(
              "no-inodes",
              "storage.inodes",
              "critical",
              "DIR/inodes",
              "DIR/inodes has 0 % of its inodes left",
              "DIR/roomy"),
          new Fault(
              "read-only-disk",
              "storage.read-only",
              "critical",
              "DIR/readonly",
              "DIR/readonly has become read-only",
              "DIR/roomy"),
          new Fault(
              "deleted-open",
              "storage.deleted-open",
              "warning",
              "leaker",
              "leaker holds 3\\.22? GB of deleted files open",
              "tidy"),
          new Fault(
              "old-backup",
              "storage.backup-age",
              "critical",
              "DIR/backup/old",
              "No file below DIR/backup/old was written in the last 26 hours",
              "DIR/backup/new"),
          new Fault(
              "zombies",
              "processes.zombies",
              "warning",
              "neglecter",
              "neglecter \\(pid \\d+\\) has left 12 zombies",
              "forgetter"),
          new Fault(
              "few-descriptors",
              "processes.descriptor-limit",
              "warning",
              "hoarder",
              "hoarder has opened HOARDED % of the files it may",
              "modest"),
          new Fault(
              "dead-resolver",
              "network-and-dns.local-resolver",
              "critical",
              "local resolver",
              "The host asks itself for names, and nothing listens there",
              HEALTHY_WORLD),
          new Fault(
              "dead-resolver",
              "network-and-dns.name-servers-answer",
              "critical",
              "name servers",
              "1 of 1 name servers do not answer",
              HEALTHY_WORLD),
          new Fault(
              "dead-resolver",
              "network-and-dns.names",
              "critical",
              "db.example.test",
              "db\\.example\\.test cannot be found: .+",
              HEALTHY_WORLD),
          new Fault(
              "no-default-route",
              "network-and-dns.default-route",
              "warning",
              "routes",
              "There is no default route",
              HEALTHY_WORLD),
          new Fault(
              "sockets",
              "network-and-dns.open-services",
              "warning",
              "Redis",
              "The port of Redis is open to the network \\(tcp/6379 on .+\\)",
              "memcached"),
          new Fault(
              "sockets",
              "network-and-dns.accept-queue",
              "critical",
              "tcp [::ffff:127.0.0.1]:8081",
              "3 connections wait for java to accept them",
              HEALTHY_WORLD),
          new Fault(
              "sockets",
              "network-and-dns.close-wait",
              "info",
              "java",
              "java has not closed 250 connections that the other side closed",
              HEALTHY_WORLD),
          new Fault(
              "certificates",
              "security.certificates",
              "critical",
              "DIR/expired.pem",
              "The certificate in DIR/expired.pem ends EXPIRED",
              "DIR/good.pem"),
          new Fault(
              "certificates",
              "security.certificates",
              "critical",
              "DIR/ending.pem",
              "The certificate in DIR/ending.pem ends " + DAY,
              "DIR/good.pem"),
          new Fault(
              "tls-servers",
              "security.tls-endpoints",
              "critical",
              "127.0.0.1:8443",
              "The certificate of 127\\.0\\.0\\.1:8443 ends EXPIRED",
              "127.0.0.1:8444"),
          new Fault(
              "accounts",
              "security.root-accounts",
              "critical",
              "backdoor",
              "backdoor is a second account with the rights of root",
              "clara"),
          new Fault(
              "accounts",
              "security.shared-user-ids",
              "warning",
              "user id 4242",
              "2 accounts have user id 4242",
              "user id 4244"),
          new Fault(
              "accounts",
              "security.passwords-in-passwd",
              "critical",
              "guest",
              "guest has no password, or has it in a file that all can read",
              "clara"),
          new Fault(
              "ssh-server",
              "security.ssh-root-login",
              "warning",
              "sshd",
              "The SSH server lets root log in",
              HEALTHY_WORLD),
          new Fault(
              "open-files",
              "security.world-writable",
              "critical",
              "/etc/anyone.conf",
              "Any user may change /etc/anyone\\.conf",
              "/etc/owner.conf"),
          new Fault(
              "open-files",
              "security.readable-secrets",
              "critical",
              "/etc/ssl/private/seen.key",
              "Any user may read /etc/ssl/private/seen\\.key",
              "/etc/ssl/private/hidden.key"),
          new Fault(
              "ended-system",
              "updates.support",
              "critical",
              "operating system",
              "end of free security updates for Test OS 1: 2020-01-31",
              HEALTHY_WORLD),
          new Fault(
              "reboot-flag",
              "updates.reboot",
              "warning",
              "reboot",
              "The system asks for a reboot",
              HEALTHY_WORLD),
          new Fault(
              "old-lists",
              "updates.lists",
              "warning",
              "package lists",
              "The package lists are 40(\\.\\d+)? days old",
              HEALTHY_WORLD),
          new Fault(
              "replaced-program",
              "updates.old-programs",
              "info",
              "DIR/bin/replaced",
              "the replaced DIR/bin/replaced is still running \\(processes: 1\\)",
              "DIR/bin/intact"),
          new Fault(
              "large-log",
              "logs.large-files",
              "info",
              "/var/log/huge.log",
              "/var/log/huge\\.log is 2\\.15? GB",
              "/var/log/small.log"),
          new Fault(
              "silent-log",
              "logs.alive",
              "warning",
              "system log",
              "Nothing was logged for 2(\\.\\d+)? days",
              HEALTHY_WORLD));

  private Faults() {}
}
