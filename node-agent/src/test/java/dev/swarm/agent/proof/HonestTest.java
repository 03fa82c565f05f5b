package dev.swarm.agent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is so, as real models phrase it, through the real loop: none is lost. */
class HonestTest {
  private static final String VAR = "/var is 97.6 % full";
  private static final String SRV = "/srv is 96.1 % full";
  private static final String INODES = "/home has 1 % of its inodes left";
  private static final String LOAD = "The load was 9.05 over 15 minutes on 4 cores";
  private static final String MEMORY = "7.5 % of the memory is available";
  private static final String NGINX = "nginx.service has failed";
  private static final String BACKUP = "backup.service has failed";
  private static final String MAILER = "mailer.service has failed";
  private static final String WORKER = "worker.service was restarted 12 times";
  private static final String ZOMBIES = "shepherd has left 3 zombies";
  private static final String SDA = "sda is at 64 °C";
  private static final String NVME = "nvme0n1 is at 71 °C";
  private static final String REFUSED =
      "app log: 2026-11-20T10:00:00Z casehost orders[871]: could not reach"
          + " db-2.example.org:5432: Connection refused";
  private static final String EXPIRES =
      "app log: 2026-11-20T10:01:00Z casehost payments[90]: certificate of api.example.org"
          + " expires in 2 days";

  @Test
  void there_are_honest_findings_enough() {
    assertTrue(honest().count() >= 80, honest().count() + " honest findings");
    assertEquals(honest().count(), honest().map(Honest::toString).distinct().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("honest")
  void is_shown(Honest honest) {
    var outcome = new Bench(Machine.troubled()).claim(honest.claim());
    assertEquals(List.of(), outcome.doubts());
    assertEquals(honest.titles(), outcome.findings().stream().map(Finding::title).toList());
    var kept = honest.kept() ? Optional.of(honest.claim().sentence()) : Optional.<String>empty();
    for (var finding : outcome.findings()) {
      assertEquals(kept, finding.explanation());
      assertTrue(!finding.evidence().isEmpty());
    }
  }

  static Stream<Honest> honest() {
    return Stream.of(disks(), numbers(), units(), names(), citing(), uncovered(), together())
        .flatMap(one -> one);
  }

  private static Stream<Honest> disks() {
    return Stream.of(
        Honest.of("/var", "/var is nearly full (97.6 %)", "r1:3").shows(VAR),
        Honest.of("/var", "/var is at 97.6%", "r1:3").shows(VAR),
        Honest.of("/var", "/var is at 98% usage", "r1:3").shows(VAR),
        Honest.of("/var", "The /var filesystem is almost full: 97.6 GB of 100 GB used.", "r1:3")
            .shows(VAR),
        Honest.of("/var", "Only 2.4 GB (2.4%) of space remaining on /var.", "r1:3").shows(VAR),
        Honest.of("/var", "/var has only 2.4 GB free of 100 GB", "r1:3").shows(VAR),
        Honest.of(
                "/var",
                "/var (/dev/sdb1, ext4) is critically low on space with 2.2 GiB left",
                "r1:3")
            .shows(VAR),
        Honest.of("/var", "/var is over 97% full", "r1:3").shows(VAR),
        Honest.of("/var", "Less than 3 GB available on /var", "r1:3").shows(VAR),
        Honest.of("/var", "/var is below the 3 % threshold", "r1:3").shows(VAR),
        Honest.of("/var", "Disk space on /var is critically low", "r1:3").shows(VAR),
        Honest.of("/var", "Filesystem Nearly Full On /var", "r1:3").shows(VAR),
        Honest.of("/var", "There is not enough space left on /var", "r1:3").shows(VAR),
        Honest.of("/srv", "/srv has 79 GB left, about 4 %", "r1:8").shows(SRV),
        Honest.of("/srv", "/srv is roughly 96 % used, 1.9 TB of 2 TB", "r1:8").shows(SRV),
        Honest.of("/home", "/home has run out of inodes: 10,000 of 1,000,000 inodes free", "r1:5")
            .shows(INODES),
        Honest.of("/home", "Only 1 % of inodes are free on /home", "r1:5").shows(INODES));
  }

  private static Stream<Honest> numbers() {
    return Stream.of(
        Honest.of("/var", "", "r1:3").on("used_percent", "97.6 %").shows(VAR),
        Honest.of("/var", "", "r1:3").on("used_percent", "97.6").shows(VAR),
        Honest.of("/var", "", "r1:3").on("used_percent", "98%").shows(VAR),
        Honest.of("/var", "", "r1:3").on("Used Percent", "about 98 percent").shows(VAR),
        Honest.of("/var", "", "r1:3").on("used%", ">97%").shows(VAR),
        Honest.of("/var", "", "r1:3").on("available", "2.4 GB").shows(VAR),
        Honest.of("/var", "", "r1:3").on("available", "2400000000").shows(VAR),
        Honest.of("/var", "", "r1:3").on("available", "2,400,000,000 bytes").shows(VAR),
        Honest.of("/var", "", "r1:3").on("available", "2.24 GiB").shows(VAR),
        Honest.of("/var", "", "r1:3").on("used", "97.6 GB of 100 GB").shows(VAR),
        Honest.of("/var", "", "r1:3").saying("97.6%").shows(VAR),
        Honest.of("memory", "Memory is short: 1.2 GB available", "r3:2")
            .on("available", "1.2 GB")
            .shows(MEMORY),
        Honest.of("memory", "Only 1.29 GB of memory available", "r3:2")
            .on("available", "1258291 kB")
            .shows(MEMORY),
        Honest.of("memory", "7.5% of memory is available", "r3:1-2")
            .on("available_percent", "7.5%")
            .shows(MEMORY),
        Honest.of("load", "The load is about 9", "r2:1").on("load15", "about 9").shows(LOAD),
        Honest.of("load", "The load is about 9 on 4 cores", "r2:1").on("load15", "9").shows(LOAD),
        Honest.of(
                "load average",
                "The 15-minute load average of 9.05 exceeds 2 for each core",
                "r2:1")
            .on("load15", "9.05")
            .shows(LOAD),
        Honest.of("load", "Load averages are 9.37, 9.12 and 9.05", "r2:1").shows(LOAD),
        Honest.of("load", "The load was 9.1 over 15 minutes", "r2:1")
            .on("load15", "9.1")
            .shows(LOAD),
        Honest.of("worker.service", "worker.service was restarted twelve times", "r4:6")
            .on("restarts", "12")
            .shows(WORKER),
        Honest.of("sda", "sda runs hot at 64 °C", "r8:2").on("temperature", "64°C").shows(SDA),
        Honest.of("nvme0n1", "nvme0n1 is critically hot at 71 C", "r8:6")
            .on("temperature", "71 C")
            .shows(NVME));
  }

  private static Stream<Honest> units() {
    return Stream.of(
        Honest.of("nginx.service", "nginx.service has failed", "r4:2")
            .on("state", "failed")
            .shows(NGINX),
        Honest.of("nginx", "nginx is not running", "r4:2").shows(NGINX),
        Honest.of("nginx service", "The nginx service has been failed for 3 days", "r4:2")
            .shows(NGINX),
        Honest.of("nginx", "nginx has been down since 3 days", "r4:2")
            .on("since", "3 days")
            .shows(NGINX),
        Honest.of("unit backup.service", "backup.service failed about 3.6 days ago", "r4:4")
            .shows(BACKUP),
        Honest.of("backup", "The backup has been in failed state for 3 days", "r4:4").shows(BACKUP),
        Honest.of("mailer", "mailer failed 2 hours ago", "r4:5")
            .on("state", "\"failed\"")
            .shows(MAILER),
        Honest.of("3 failed units", "3 failed units", "r4:2", "r4:4", "r4:5")
            .on("state", "failed")
            .shows(NGINX, BACKUP, MAILER),
        Honest.of(
                "failed units",
                "There are three failed units: nginx.service, backup.service and mailer.service",
                "r4:2",
                "r4:4-5")
            .on("state", "failed")
            .shows(NGINX, BACKUP, MAILER),
        Honest.of("", "Several units have failed", "r4:2", "r4:4", "r4:5")
            .on("state", "failed")
            .shows(NGINX, BACKUP, MAILER),
        Honest.of("failed units", "nginx.service and mailer.service have failed", "r4:2, r4:5")
            .shows(NGINX, MAILER),
        Honest.of("systemd units", "Units have failed", "r4:1-7")
            .on("state", "failed")
            .shows(NGINX, BACKUP, MAILER),
        Honest.of(
                "worker",
                "worker.service is in a restart loop: 12 restarts, the last 40 s ago",
                "r4:6")
            .shows(WORKER),
        Honest.of("shepherd", "shepherd has left 3 zombies", "r5:4-6").shows(ZOMBIES),
        Honest.of("shepherd", "shepherd does not reap its 3 zombie processes", "r5:4")
            .shows(ZOMBIES),
        Honest.of("zombie processes", "Several zombies were left", "r5:4", "r5:6")
            .under("storage.bench-zombies")
            .shows(ZOMBIES),
        Honest.of("lamb", "lamb (pid 201) is a zombie", "r5:5").shows(ZOMBIES),
        Honest.of("process 201", "lamb is a zombie, its parent shepherd does not reap it", "r5:5")
            .shows(ZOMBIES));
  }

  private static Stream<Honest> names() {
    return Stream.of(
        Honest.of("the /var filesystem", "/var is full", "r1:3").shows(VAR),
        Honest.of("filesystem /var", "/var is full", "r1:3").shows(VAR),
        Honest.of("`/var`", "`/var` is full", "r1:3").shows(VAR),
        Honest.of("/dev/sdb1", "/dev/sdb1 is full", "r1:3").shows(VAR),
        Honest.of("Nginx", "Nginx has failed", "r4:2").shows(NGINX),
        Honest.of("casehost", "The load on casehost is 9.05", "r2:1").shows(LOAD),
        Honest.of("this host", "This host is overloaded", "r2:1").shows(LOAD),
        Honest.of("system load", "System load is too high", "r2:1").shows(LOAD),
        Honest.of("memory usage", "Memory is low", "r3:2").on("available_percent").shows(MEMORY),
        Honest.of("disk sda", "sda is hot", "r8:2").shows(SDA),
        Honest.of("NVMe0n1", "nvme0n1 is too hot", "r8:6").shows(NVME));
  }

  private static Stream<Honest> citing() {
    return Stream.of(
        Honest.of("/var", "cited with brackets: /var is full", "[r1:3]").shows(VAR),
        Honest.of("/var", "cited with a bar: /var is full", "r1:3|").shows(VAR),
        Honest.of("/var", "cited in capitals: /var is full", "R1:3").shows(VAR),
        Honest.of("/var", "cited in a range: /var is full", "r1:2-4").shows(VAR),
        Honest.of("/var", "cited in a long range: /var is full", "r1:2-r1:4").shows(VAR),
        Honest.of("/var", "cited twice: /var is full", "r1:3", "r1:3").shows(VAR),
        Honest.of("/var", "cited with its heading: /var is full", "r1:1", "r1:3").shows(VAR),
        Honest.of("/var", "only quoted: /var is full")
            .quoting("/dev/sdb1 ext4 100000000000 97600000000")
            .shows(VAR),
        Honest.of("/var", "quoted with other blanks: /var is full")
            .quoting("/dev/sdb1   ext4\t100000000000 97600000000 ")
            .shows(VAR),
        Honest.of("/var", "quoted with its label: /var is full")
            .quoting("r1:3| /dev/sdb1 ext4 100000000000")
            .shows(VAR),
        Honest.of("/var", "cited and quoted: /var is full", "r1:3")
            .quoting("/dev/sdb1 ext4")
            .shows(VAR),
        Honest.of("failed units", "quoted over two lines")
            .quoting("backup.service failed 1 311000s\nmailer.service failed 0 2h")
            .shows(BACKUP, MAILER),
        Honest.of("", "every line at once", "r1:1-8").shows(VAR, SRV, INODES),
        Honest.of("/var", "called a warning: /var is full", "r1:3")
            .called(Severity.WARNING)
            .shows(VAR),
        Honest.of("/var", "under its check: /var is full", "r1:3")
            .under("storage.space")
            .shows(VAR));
  }

  private static Stream<Honest> uncovered() {
    return Stream.of(
        Honest.of("payments", "The certificate of api.example.org expires in 2 days", "r6:3")
            .shows(EXPIRES),
        Honest.of("payments", "certificate of api.example.org expires in 2 days")
            .quoting("certificate of api.example.org expires in 2 days")
            .shows(EXPIRES),
        Honest.of("orders", "orders could not reach db-2.example.org:5432", "r6:1").shows(REFUSED),
        Honest.of("orders", "The database refused the connection: \"Connection refused\"", "r6:1")
            .shows(REFUSED),
        Honest.of("nginx.service", "error_log is off", "r7:2")
            .shows("app settings: error_log off;"),
        Honest.of("nginx", "worker_connections is only 16", "r7:1")
            .called(Severity.INFO)
            .shows("app settings: worker_connections 16;"),
        Honest.of("pid 123", "java (pid 123) holds 15 GB of memory", "r5:3")
            .on("rss", "15 GB")
            .shows("java (pid 123): rss is 15.0 GB"),
        Honest.of("java (pid 123)", "java holds 14 GiB", "r5:3")
            .on("rss", "14 GiB")
            .shows("java (pid 123): rss is 15.0 GB"),
        Honest.of("sda1", "sda1 has counted 7 errors", "r8:3")
            .on("errors", "7")
            .shows("sda1: errors is 7"),
        Honest.of("sda", "sda is read at 120 MB/s", "r8:2")
            .on("read_rate", "120 MB/s")
            .shows("sda: read rate is 120 MB"));
  }

  private static Stream<Honest> together() {
    return Stream.of(
        Honest.of("/var", "/var is 97.6 % full while nginx is down", "r1:3", "r4:2").shows(VAR),
        Honest.of("/var", "/var is full, and java (pid 123) holds 15 GB", "r1:3", "r5:3")
            .shows(VAR),
        Honest.of("nginx", "nginx.service has failed; its error_log is off", "r4:2", "r7:2")
            .shows(NGINX),
        Honest.of(
                "load",
                "The load of 9.05 comes while worker restarts: 12 times so far",
                "r2:1",
                "r4:6")
            .shows(LOAD));
  }
}
