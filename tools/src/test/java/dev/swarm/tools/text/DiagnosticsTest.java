package dev.swarm.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordinary diagnostics hold no secrets, and must stay readable. */
class DiagnosticsTest {
  private static final Sanitizer SANITIZER = new Sanitizer();

  static Stream<String> lines() {
    return TABLE.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void an_ordinary_line_stays_as_it_is(String line) {
    assertEquals(line, SANITIZER.clean(line).value());
    assertEquals("/var/log/x.log: " + line, SANITIZER.clean("/var/log/x.log: " + line).value());
  }

  /** At most one false hit in 20,000 lines of what this very machine prints. */
  @Test
  void what_this_machine_prints_stays_readable() throws Exception {
    List<String> printed = printed();
    List<String> changed =
        printed.stream()
            .filter(line -> SANITIZER.clean(line).value().contains("‹redacted:"))
            .toList();

    assertTrue(printed.size() > 500, "had something to check: " + printed.size());
    assertTrue(
        changed.size() <= 1 + printed.size() / 20_000,
        () -> changed.size() + " of " + printed.size());
  }

  private static List<String> printed() throws Exception {
    var lines = new ArrayList<String>();
    for (List<String> argv :
        List.of(
            List.of("df", "-PT"),
            List.of("mount"),
            List.of("dpkg", "-l"),
            List.of("ls", "-lR", "/etc"),
            List.of("find", "/usr/share", "-maxdepth", "3"))) {
      lines.addAll(outputOf(argv));
    }
    for (String file :
        List.of("meminfo", "cpuinfo", "mounts", "stat", "vmstat", "diskstats", "interrupts")) {
      Path path = Path.of("/proc", file);
      if (Files.isReadable(path)) {
        lines.addAll(Files.readString(path).lines().toList());
      }
    }
    return lines;
  }

  private static List<String> outputOf(List<String> argv) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(argv).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      return text.lines().toList();
    } catch (IOException absent) {
      return List.of();
    }
  }

  private static final String TABLE =
      """
      Nov 20 10:00:00 host sshd[812]: Failed password for root from 203.0.113.7 port 52144 ssh2
      Nov 20 10:00:00 host sshd[812]: Failed password for invalid user admin from 203.0.113.7 port 52144 ssh2
      Nov 20 10:00:00 host sshd[812]: Accepted publickey for root from 10.0.0.1 port 4 ssh2: ED25519 SHA256:AAbWkL0dYx2nGm1wq8uTz5Xr9cVb3Jh6Kp4Qs7Ef2Ro
      Nov 20 10:00:00 host sshd[812]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.7 user=root
      Nov 20 10:00:00 host passwd[5]: pam_unix(passwd:chauthtok): password changed for app
      Nov 20 10:00:00 host sudo: pam_unix(sudo:session): session opened for user root(uid=0) by app(uid=1000)
      FATAL:  password authentication failed for user "app"
      DETAIL:  Connection matched pg_hba.conf line 4: "host all all 127.0.0.1/32 scram-sha-256"
      ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)
      passwd: unchanged
      passwd: password expiry information changed.
      passwd:         files systemd
      Password:
      systemd[1]: Started systemd-ask-password-wall.service - Forward Password Requests to Wall.
      systemd-ask-password-console.path loaded active waiting Dispatch Password Requests to Console Directory Watch
      passwd.service loaded failed failed Change a password
      tokens=5 max_tokens: 4096 n_tokens = 17
      ii  passwd  1:4.13+dfsg1-1 amd64 change and administer password and group data
      ii  libsecret-1-0:amd64 0.20.5-3 amd64 Secret store
      gir1.2-secret-1:amd64
      secret-tool lookup service x
      /etc/passwd: root:x:0:0:root:/root:/bin/bash
      -rw-r--r-- 1 root root 1400 Nov 20 10:00 passwd
      passwordauthentication yes
      permitemptypasswords no
      PWD=/home/app
      commit 3f786850e387550fdab836ed7e6dc881de23001b
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  /usr/bin/x
      UUID=0a3407de-014b-458b-b5c1-848e92a327a3 / ext4 defaults 0 1
      link/ether 52:54:00:ab:cd:ef brd ff:ff:ff:ff:ff:ff
      inet6 fe80::5054:ff:feab:cdef/64 scope link
      tcp LISTEN 0 244 127.0.0.1:5432 0.0.0.0:* users:(("postgres",pid=71,fd=6))
      subject=C = US, O = Let's Encrypt, CN = R11
      sha256 Fingerprint=96:BC:EC:06:26:49:76:F3:74:60:77:9A:CF:28:C5:A7:CF:E8:A3:C0:AA:E1:1A:8F:FC:EE:05:C0:BD:DF:08:C6
      ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJxv8Zq3kQ5r0m1n2b3v4c5x6z7l8k9j0h1g2f3d4s5a root@host
      -----BEGIN CERTIFICATE-----
      peer: 7Jx3kQ5r0m1n2b3v4c5x6z7l8k9j0h1g2f3d4s5a6B8=
      error: invalid token: unexpected end of file
      kubelet: error: bad token: line 5
      [    0.000000] BIOS-e820: [mem 0x0000000000000000-0x000000000009fbff] usable
      [    1.234567] Key type asymmetric registered
      [    1.234568] Loaded X.509 cert 'Debian Secure Boot CA: 6ccece7e4c6c0d1f6149f3dd27dfcc5cbb419ea1'
      GET https://host.example:8080/path?email=a@b.example 200
      proxy: http://host.example:3128/
      git@github.example:org/repo.git
      disk-sda task-17 risk-9 desk-4
      password = ${DB_PASSWORD}
      password: "{{ vault_password }}"
      token: $TOKEN
      password=********
      --password-file=/run/secrets/db
      secret: /run/secrets/db
      token_type=bearer expires_in=3600
      ps -u root -p 17 -o pid
      mysqld --port=3306 --socket=/run/mysqld.sock
      docker run -p 80:80 -u 1000:1000 nginx
      authentication token manipulation error
      """;
}
