package dev.swarm.agent.proof;

import static dev.swarm.protocol.Severity.CRITICAL;
import static dev.swarm.protocol.Severity.WARNING;

import java.util.stream.Stream;

/** Lies in a sentence beside rows that are odd indeed: the truth is shown without it. */
final class LiesInWords {
  private static final String VAR_IS_FULL = "/var is 97.6 % full";

  private LiesInWords() {}

  static Stream<Lie> sentences() {
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
