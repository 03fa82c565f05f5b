package dev.swarm.agent.proof;

import static dev.swarm.protocol.Severity.WARNING;

import dev.swarm.agent.bench.Machine;
import java.util.stream.Stream;

/** Lies about what was printed, what it means, and whether it still holds. */
final class LiesOnLines {
  private static final String HEADING = "say nothing by themselves";

  private LiesOnLines() {}

  static Stream<Lie> lines() {
    return Stream.of(
        Lie.of("nothing is cited", "/var", "/var is full").isUnproven("it cites no lines"),
        Lie.of("nothing at all", "", "").isUnproven("it cites no lines"),
        Lie.of("a line past the end", "/var", "", "r1:42").isUnproven("past the end"),
        Lie.of("a range that ends past the end", "/var", "", "r1:3-42").isUnproven("past the end"),
        Lie.of("a call never made", "/var", "", "r99:1").isUnproven("a call that was not made"),
        Lie.of("line nought", "/var", "", "r1:0").isUnproven("no line label"),
        Lie.of("a range backwards", "/var", "", "r1:4-3").isUnproven("no line label"),
        Lie.of("a range over two calls", "/var", "", "r1:3-r2:1").isUnproven("no line label"),
        Lie.of("words for a label", "/var", "", "the third line").isUnproven("no line label"),
        Lie.of("a number too large", "/var", "", "r1:99999999999").isUnproven("no line label"),
        Lie.of("an altered quote", "/var", "")
            .quoting("/dev/sdb1 ext4 100000000000 99900000000")
            .isUnproven("no tool printed the words quoted"),
        Lie.of("a quote in other case", "/var", "")
            .quoting("/DEV/SDB1 EXT4 100000000000")
            .isUnproven("no tool printed the words quoted"),
        Lie.of("a quote cut within a number", "/var", "")
            .quoting("600000000 2400000000 1000000 100000 900000 /var")
            .isUnproven("no tool printed the words quoted"),
        Lie.of("a quote that goes on where the path does", "/var", "")
            .quoting("1000000 100000 900000 /var/lo")
            .isUnproven("no tool printed the words quoted"),
        Lie.of("a quote that stands twice", "orders", "")
            .quoting("retry 3 of 10 in 5 s")
            .isUnproven("stand 2 times"),
        Lie.of("a quote of three letters", "/var", "").quoting("ext").isUnproven("too few"),
        Lie.of("an empty quote", "/var", "").quoting(" ").isUnproven("too few"),
        Lie.of("a quote of another call", "/var", "", "r1:3")
            .quoting("9.37 9.12 9.05")
            .isUnproven("do not hold the words quoted"),
        Lie.of("a quote of another line", "/var", "", "r1:3")
            .quoting("/dev/sdc1")
            .isUnproven("do not hold the words quoted"),
        Lie.of("a heading", "", "", "r1:1").isUnproven(HEADING),
        Lie.of("a heading, with a word of it as subject", "Filesystem", "", "r1:1")
            .isUnproven(HEADING),
        Lie.of("a line that the tool leaves out", "/snap/core", "", "r1:7").isUnproven(HEADING),
        Lie.of("a row that the tool leaves out", "sdz", "", "r8:5")
            .on("temperature", "99 °C")
            .isUnproven(HEADING),
        Lie.of("a line of the first sample only", "reads", "", "r12:2")
            .on("value", "100")
            .isUnproven(HEADING),
        Lie.of("the mark between samples", "sample", "", "r12:1").isUnproven(HEADING),
        Lie.of("what a failed tool printed", "open", "", "r9:1")
            .on("value", "7")
            .isUnproven("could not look"),
        Lie.of("what it printed aside", "limits", "")
            .quoting("cannot read limits: permission")
            .isUnproven("could not look"),
        Lie.of("health where the tool failed", "limits", "the limits are fine", "r9:1")
            .isUnproven("could not look"),
        Lie.of("what a hanging tool had printed", "open", "", "r10:1").isUnproven("could not look"),
        Lie.of("what did not parse", "limits", "", "r11:1").isUnproven("could not look"),
        Lie.of("nothing, made into something", "limits", "", "r13:1").isUnproven(HEADING),
        Lie.of("a tool that does not exist", "anything", "", "r14:1").isUnproven("past the end"));
  }

  static Stream<Lie> verdicts() {
    return Stream.of(
        Lie.of("a true number called critical, its check says ok", "/", "", "r1:2")
            .on("used_percent", "60 %")
            .critical()
            .isRefuted("the check storage.space says ok"),
        Lie.of("what its verdict is computed from, called critical", "/", "", "r1:2")
            .on("used", "60 GB")
            .critical()
            .isRefuted("the check storage.space says ok"),
        Lie.of("a healthy volume without a number", "/var/log", "/var/log is nearly full", "r1:4")
            .critical()
            .isRefuted("says ok"),
        Lie.of("a temperature below its bound", "sdb", "too hot", "r8:4")
            .on("temperature", "38 °C")
            .critical()
            .isRefuted("the check storage.bench-heat says ok"),
        Lie.of("restarts at their bound, not over it", "cron", "", "r4:7")
            .on("restarts", "5")
            .isRefuted("the check storage.bench-restarts says ok"),
        Lie.of("health of what is healthy", "/", "/ is fine", "r1:2").isRefuted("says ok"),
        Lie.of("a check that judges another tool", "/var", "", "r1:3")
            .under("load-and-memory.load")
            .isUnproven("does not judge these lines"),
        Lie.of("a check that does not exist", "/var", "", "r1:3")
            .under("storage.invented")
            .isUnproven("does not judge these lines"),
        Lie.of("a check of another system", "load", "", "r2:1")
            .under("load-and-memory.memory-pressure-level")
            .isUnproven("does not judge these lines"),
        Lie.of("what the check leaves out", "/run/lock", "", "r1:6")
            .under("storage.space")
            .isRefuted("does not count it"),
        Lie.of("a living process called a zombie", "sheep", "sheep is a zombie", "r5:8")
            .isRefuted("does not count it"),
        Lie.of("a living process called a zombie, by its check", "sheep", "", "r5:8")
            .under("storage.bench-zombies")
            .isRefuted("does not count it"),
        Lie.of("inodes called short where space is", "/var", "", "r1:3")
            .under("storage.inodes")
            .isRefuted("the check storage.inodes says ok"),
        Lie.of("severity above what the check says", "nginx", "", "r4:2")
            .critical()
            .showsOnly("nginx.service has failed", WARNING),
        Lie.of("severity of what no check covers", "payments", "", "r6:3")
            .critical()
            .showsOnly(
                "app log: 2026-11-20T10:01:00Z casehost payments[90]: certificate of"
                    + " api.example.org expires in 2 days",
                WARNING));
  }

  static Stream<Lie> later() {
    return Stream.of(
        Lie.of("a stale percentage", "/var", "", "r1:3")
            .whileLater(machine ->
                machine.turns(Machine.DF, "97600000000 2400000000", "12000000000 88000000000"))
            .isRefuted("no longer holds"),
        Lie.of("a unit that was mended meanwhile", "nginx", "", "r4:2")
            .whileLater(machine ->
                machine.turns("bench-units", "nginx.service failed", "nginx.service active"))
            .isRefuted("no longer holds"),
        Lie.of("a volume that is gone", "/var", "", "r1:3")
            .whileLater(machine -> machine.turns(Machine.DF, "900000 /var\n", "900000 /mnt\n"))
            .isRefuted("no longer holds"),
        Lie.of("a log line that is gone", "payments", "", "r6:3")
            .whileLater(
                machine -> machine.turns("app-log", "expires in 2 days", "expires in 90 days"))
            .isRefuted("no longer holds"),
        Lie.of("a setting that is gone", "nginx.service", "", "r7:2")
            .whileLater(machine ->
                machine.turns("app-settings nginx.service", "error_log off", "error_log on"))
            .isRefuted("no longer holds"),
        Lie.of("an uncovered number that has fallen", "pid 123", "", "r5:3")
            .on("rss")
            .whileLater(machine -> machine.turns("bench-ps", "14680064", "100"))
            .isRefuted("no longer holds"),
        Lie.of("a second look that fails", "nginx", "", "r4:2")
            .whileLater(machine -> machine.prints("bench-units", "%%%%\n"))
            .isUnproven("could not be looked at again"),
        Lie.of("a second look that is cut off", "mailer", "", "r4:5")
            .whileLater(machine ->
                machine.answers(
                    "bench-units",
                    Machines.cut("UNIT STATE RESTARTS SINCE\nnginx.service failed 0 3d\n")))
            .isUnproven("could not be looked at again"),
        Lie.of("critical at first, a warning the second time", "nvme0n1", "", "r8:6")
            .whileLater(machine -> machine.turns("bench-disks", "nvme0n1 71", "nvme0n1 65"))
            .showsOnly("nvme0n1 is at 71 °C", WARNING));
  }
}
