package dev.swarm.agent.proof;

import java.util.stream.Stream;

/** Lies about numbers, units and fields, and about whose they are. */
final class LiesOnValues {
  private static final String OTHER_VALUE = "the value claimed is not the value printed";
  private static final String OTHER_SUBJECT = "the lines cited do not speak of";

  private LiesOnValues() {}

  static Stream<Lie> values() {
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

  static Stream<Lie> subjects() {
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
}
