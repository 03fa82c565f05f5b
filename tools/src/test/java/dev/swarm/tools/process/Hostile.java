package dev.swarm.tools.process;

import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.CommandResult.Broken;
import dev.swarm.tools.host.CommandResult.Exited;
import dev.swarm.tools.host.CommandResult.NotStarted;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Output;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * A program that misbehaves.
 *
 * @param where it may be run without hurting the machine that tests
 * @param expected how its call must end
 */
record Hostile(
    String name,
    Where where,
    Interpreter interpreter,
    String source,
    Predicate<CommandResult> expected) {

  private static final Output LONG_OUTPUT = new Output("...", Long.MAX_VALUE);

  /** Where it is run. */
  enum Where {
    ANYWHERE,
    SANDBOX_ONLY
  }

  /** What runs its source. */
  enum Interpreter {
    SH("/bin/sh"),
    BASH("/bin/bash"),
    PERL("/usr/bin/perl"),
    PYTHON("/usr/bin/python3");

    private final String path;

    Interpreter(String path) {
      this.path = path;
    }
  }

  static Hostile sh(String name, String source, Predicate<CommandResult> expected) {
    return new Hostile(name, Where.ANYWHERE, Interpreter.SH, source, expected);
  }

  static Hostile bash(String name, String source, Predicate<CommandResult> expected) {
    return new Hostile(name, Where.ANYWHERE, Interpreter.BASH, source, expected);
  }

  static Hostile perl(String name, String source, Predicate<CommandResult> expected) {
    return new Hostile(name, Where.ANYWHERE, Interpreter.PERL, source, expected);
  }

  static Hostile python(String name, String source, Predicate<CommandResult> expected) {
    return new Hostile(name, Where.ANYWHERE, Interpreter.PYTHON, source, expected);
  }

  Hostile onlySandboxed() {
    return new Hostile(name, Where.SANDBOX_ONLY, interpreter, source, expected);
  }

  /** Whether its call ends before the deadline. */
  boolean endsByItself() {
    return !expected.test(
        new Broken(Failure.TIMED_OUT, "", LONG_OUTPUT, LONG_OUTPUT, Duration.ZERO));
  }

  String script() {
    return "#!" + interpreter.path + "\n" + source;
  }

  @Override
  public String toString() {
    return name;
  }

  static Predicate<CommandResult> timesOut() {
    return result -> result instanceof Broken broken && broken.why() == Failure.TIMED_OUT;
  }

  static Predicate<CommandResult> isSignalled() {
    return result -> result instanceof Broken broken && broken.why() == Failure.SIGNALLED;
  }

  static Predicate<CommandResult> exits(int status) {
    return result -> result instanceof Exited exited && exited.exit() == status;
  }

  static Predicate<CommandResult> prints(String text) {
    return exits(0).and(result -> stdout(result).text().contains(text));
  }

  static Predicate<CommandResult> printsOnly(String text) {
    return exits(0).and(result -> stdout(result).text().equals(text));
  }

  static Predicate<CommandResult> omitsFromStdout(long atLeast) {
    return result -> stdout(result).omitted() >= atLeast;
  }

  static Predicate<CommandResult> omitsFromStderr(long atLeast) {
    return result -> result instanceof Broken broken && broken.stderr().omitted() >= atLeast;
  }

  static Output stdout(CommandResult result) {
    return switch (result) {
      case Exited exited -> exited.stdout();
      case Broken broken -> broken.stdout();
      case NotStarted notStarted -> Output.EMPTY;
    };
  }
}
