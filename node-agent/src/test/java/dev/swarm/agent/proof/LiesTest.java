package dev.swarm.agent.proof;

import static dev.swarm.protocol.Severity.CRITICAL;
import static dev.swarm.protocol.Severity.WARNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lies of a scripted mind, through the real loop: none is ever shown as proven. */
class LiesTest {
  private static final String OTHER_VALUE = "the value claimed is not the value printed";
  private static final String OTHER_SUBJECT = "the lines cited do not speak of";
  private static final String HEADING = "say nothing by themselves";
  private static final String VAR_IS_FULL = "/var is 97.6 % full";

  @Test
  void the_bench_has_no_mistake_and_there_are_lies_enough() {
    assertEquals(List.of(), Bench.CATALOG.problems());
    assertEquals(List.of(), Bench.CHECKS.problems());
    assertTrue(lies().count() >= 90, lies().count() + " lies");
    assertEquals(lies().count(), lies().map(Lie::name).distinct().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void is_not_shown_as_proven(Lie lie) {
    var machine = Machine.troubled();
    var outcome = new Bench(machine).claim(() -> lie.later().apply(machine), lie.claim());
    switch (lie.expected()) {
      case Lie.Expected.Refuted(var reason) -> rejected(outcome, Proof.REFUTED, reason);
      case Lie.Expected.Unproven(var reason) -> rejected(outcome, Proof.UNPROVEN, reason);
      case Lie.Expected.TruthShown(var title, var severity) -> {
        assertEquals(1, outcome.findings().size(), "" + outcome);
        var finding = outcome.findings().getFirst();
        assertEquals(title, finding.title());
        assertEquals(severity, finding.severity());
        assertEquals(Optional.empty(), finding.explanation());
      }
    }
  }

  private static void rejected(Outcome.Completed outcome, Proof proof, String reason) {
    assertEquals(List.of(), outcome.findings());
    assertEquals(1, outcome.doubts().size());
    var doubt = outcome.doubts().getFirst();
    assertTrue(doubt.reason().contains(reason), doubt.reason());
    assertEquals(proof, doubt.proof(), doubt.reason());
  }

  static Stream<Lie> lies() {
    return Stream.of(values(), subjects(), lines(), verdicts(), later(), sentences())
        .flatMap(one -> one);
  }

  private static Stream<Lie> values() {
    return Stream.of(
        Lie.of("another volume's percentage", "/var/log", "", "r1:4")
            .on("used_percent", "97.6 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("a number out of the air", "/var", "", "r1:3")
            .on("used_percent", "99 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("an invented unit", "load", "", "r2:1")
            .on("load15", "9.05 MHz")
            .isRefuted(OTHER_VALUE),
        Lie.of("a percent sign on a count", "/home", "", "r1:5")
            .on("inodes_free", "10000 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("a load in per cent", "load", "", "r2:1")
            .on("load15", "9.05 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("rounded up to full", "/var", "", "r1:3")
            .on("used_percent", "100 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("rounded down to nothing", "/var", "", "r1:3")
            .on("available_percent", "0 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("rounded to the next ten", "/var", "", "r1:3")
            .on("used_percent", "90 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("rounded to two and a half times", "/var", "", "r1:3")
            .on("available", "3 GB")
            .isRefuted(OTHER_VALUE),
        Lie.of("rounded until it lies", "load", "", "r2:1")
            .on("load15", "10")
            .isRefuted(OTHER_VALUE),
        Lie.of("a count rounded", "worker.service", "", "r4:6")
            .on("restarts", "10")
            .isRefuted(OTHER_VALUE),
        Lie.of("a count off by one", "worker.service", "", "r4:6")
            .on("restarts", "13")
            .isRefuted(OTHER_VALUE),
        Lie.of("off by a thousand", "/var", "", "r1:3")
            .on("available", "2.4 TB")
            .isRefuted(OTHER_VALUE),
        Lie.of("off by a thousand, downwards", "/var", "", "r1:3")
            .on("available", "2.4 MB")
            .isRefuted(OTHER_VALUE),
        Lie.of("KiB where it is kB", "/var", "", "r1:3")
            .on("available", "2.4 GiB")
            .isRefuted(OTHER_VALUE),
        Lie.of("MiB where it is MB", "memory", "", "r3:2")
            .on("available", "1288 MiB")
            .isRefuted(OTHER_VALUE),
        Lie.of("bits for bytes", "/var", "", "r1:3")
            .on("available", "2.4 Gb")
            .isRefuted(OTHER_VALUE),
        Lie.of("bytes for a bare number of kilobytes", "memory", "", "r3:2")
            .on("available", "1258291 bytes")
            .isRefuted(OTHER_VALUE),
        Lie.of("the sign turned", "load", "", "r2:1").on("load15", "-9.05").isRefuted(OTHER_VALUE),
        Lie.of("a minus of another kind", "load", "", "r2:1")
            .on("load15", "−9.05")
            .isRefuted(OTHER_VALUE),
        Lie.of("used for available", "/var", "", "r1:3")
            .on("used", "2.4 GB")
            .isRefuted(OTHER_VALUE),
        Lie.of("available for used", "/var", "", "r1:3")
            .on("available", "97.6 GB")
            .isRefuted(OTHER_VALUE),
        Lie.of("hours for days", "nginx.service", "", "r4:2")
            .on("since", "3 hours")
            .isRefuted(OTHER_VALUE),
        Lie.of("days that have not passed", "backup.service", "", "r4:4")
            .on("since", "5 days")
            .isRefuted(OTHER_VALUE),
        Lie.of("one load for another", "load", "", "r2:1")
            .on("load15", "9.37")
            .isRefuted(OTHER_VALUE),
        Lie.of("digits of another script", "/var", "", "r1:3")
            .on("used_percent", "٩٧.٦ %")
            .isRefuted(OTHER_VALUE),
        Lie.of("full-width digits", "/var", "", "r1:3")
            .on("used_percent", "９７.６ %")
            .isRefuted(OTHER_VALUE),
        Lie.of("a value that hides in a word", "/var", "", "r1:3")
            .on("used_percent", "v99%")
            .isRefuted(OTHER_VALUE),
        Lie.of("two values of which one is wrong", "/var", "", "r1:3")
            .on("used", "97.6 GB of 200 GB")
            .isRefuted(OTHER_VALUE),
        Lie.of("a value without field that no row has", "/var", "", "r1:3")
            .saying("99 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("a state that is not the state", "nginx-exporter.service", "", "r4:3")
            .on("state", "failed")
            .isRefuted(OTHER_VALUE),
        Lie.of("over ten, of nearly a hundred", "/srv", "", "r1:8")
            .on("used_percent", "over 10 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("over what it is under", "/srv", "", "r1:8")
            .on("used_percent", "over 97 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("Fahrenheit for Celsius", "sda", "", "r8:2")
            .on("temperature", "64 °F")
            .isRefuted(OTHER_VALUE),
        Lie.of("a field that does not exist", "/var", "", "r1:3")
            .on("used_permille", "976")
            .isUnproven("no row on these lines has a value called"),
        Lie.of("a field on lines without rows", "nginx.service", "", "r7:1")
            .on("worker_connections", "16")
            .isUnproven("no row on these lines has a value called"));
  }

  private static Stream<Lie> subjects() {
    return Stream.of(
        Lie.of("a true line under a wrong subject", "/home", "", "r1:3").isRefuted(OTHER_SUBJECT),
        Lie.of("a subject that begins with the true one", "/var/lib", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("a subject that the true one begins with", "/va", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("the parent directory's name on its child's line", "/var", "", "r1:4")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("the child's name on its parent's line", "/var/log", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("nginx on the line of nginx-exporter", "nginx", "", "r4:3").isRefuted(OTHER_SUBJECT),
        Lie.of("nginx-exporter on the line of nginx", "nginx-exporter", "", "r4:2")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("a blank for a hyphen", "nginx exporter", "", "r4:2").isRefuted(OTHER_SUBJECT),
        Lie.of("pid 12 on the line of pid 123", "pid 12", "", "r5:3").isRefuted(OTHER_SUBJECT),
        Lie.of("java (pid 12) on the line of pid 123", "java (pid 12)", "", "r5:3")
            .on("rss")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("sda on the line of sda1", "sda", "", "r8:3")
            .on("errors", "7")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("sda1 on the line of sda", "sda1", "", "r8:2").isRefuted(OTHER_SUBJECT),
        Lie.of("a path in other case", "/VAR", "", "r1:3").isRefuted(OTHER_SUBJECT),
        Lie.of("a zero-width space in the subject", "/v\u200Bar", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("a Cyrillic letter in the subject", "/v\u0430r", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("another node's name", "db-2", "", "r2:1").isRefuted(OTHER_SUBJECT),
        Lie.of("a subject on another node", "/var on db-2", "", "r1:3").isRefuted(OTHER_SUBJECT),
        Lie.of("the parent's name on its child's line", "init", "", "r5:4")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("a kind word that hides another name", "/home filesystem", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("the root file system on the line of another", "root filesystem", "", "r1:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("more failed units than are cited", "5 failed units", "", "r4:2", "r4:4", "r4:5")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("failed units, of one that is active", "failed units", "", "r4:3")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("a check named, and the subject wrong", "/home", "", "r1:3")
            .under("storage.space")
            .isRefuted(OTHER_SUBJECT),
        Lie.of("number from one row, subject of the other", "/var/log", "", "r1:3", "r1:4")
            .on("used_percent", "97.6 %")
            .isRefuted(OTHER_VALUE),
        Lie.of("a word of a log line's middle", "example", "", "r6:3").isRefuted(OTHER_SUBJECT),
        Lie.of("the journal of another unit", "mailer.service", "", "r7:1")
            .isRefuted(OTHER_SUBJECT));
  }

  private static Stream<Lie> lines() {
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

  private static Stream<Lie> verdicts() {
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

  private static Stream<Lie> later() {
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

  private static Stream<Lie> sentences() {
    return Stream.of(
        said("another number", "/var is 99 % full"),
        said("a number behind a colon", "/var usage:99%"),
        said("a number behind an equals sign", "/var has used=99%"),
        said("a number after a hyphen", "/var went from 97.6%-99% within a day"),
        said("a number within a word", "/var filled up x99% quickly"),
        said("a fraction", "/var is full by 99/100"),
        said("another script's digits", "/var is ９９ % full"),
        said("a number spelled out", "/var is full, like two others"),
        said("the right number with a wrong unit", "/var is 97.6 MB full"),
        said("used and available swapped", "/var has 2.4 GB used and 97.6 GB available"),
        said("a bound for the value", "/var has 5 % available"),
        said("another subject", "/home is full"),
        said("another subject besides", "/var is full because of /opt/data"),
        said("a unit that is not cited", "/var is full and postgres.service is down"),
        said("a unit of another call", "/var is full because worker fills it"),
        said("a name with a capital", "/var is full because Redis fills it"),
        said("a quoted name", "/var is full, see `backups`"),
        said("a host", "/var is full on db-2.example.org"),
        said("a negation", "/var is not full"),
        said("nothing wrong", "there is nothing wrong with /var"),
        said("health", "/var is healthy"),
        said("an all-clear", "/var looks fine and needs no action"),
        said("a zero-width space", "/var is\u200B full"),
        said("text turned around", "/var is \u202Elluf"),
        said("Cyrillic letters", "/var is full of \u0441\u0430\u0441he"),
        said("a sentence without end", "/var is full. ".repeat(60)),
        Lie.of(
                "in words: a milder finding called critical",
                "nginx",
                "nginx is in a critical state",
                "r4:2")
            .showsOnly("nginx.service has failed", WARNING),
        Lie.of("in words: a count of lines for a load", "load", "the load is 1", "r2:1")
            .showsOnly("The load was 9.05 over 15 minutes on 4 cores", WARNING),
        Lie.of("in words: another number of the line", "load", "the load is 4711", "r2:1")
            .showsOnly("The load was 9.05 over 15 minutes on 4 cores", WARNING),
        Lie.of(
                "in words: another row's number, from another call",
                "/var",
                "/var has 12 restarts",
                "r1:3",
                "r4:6")
            .showsOnly(VAR_IS_FULL, CRITICAL));
  }

  private static Lie said(String what, String sentence) {
    return Lie.of("in words: " + what, "/var", sentence, "r1:3").showsOnly(VAR_IS_FULL, CRITICAL);
  }
}
