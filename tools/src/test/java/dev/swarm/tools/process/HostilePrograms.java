package dev.swarm.tools.process;

import static dev.swarm.tools.process.Hostile.bash;
import static dev.swarm.tools.process.Hostile.exits;
import static dev.swarm.tools.process.Hostile.isSignalled;
import static dev.swarm.tools.process.Hostile.omitsFromStderr;
import static dev.swarm.tools.process.Hostile.omitsFromStdout;
import static dev.swarm.tools.process.Hostile.perl;
import static dev.swarm.tools.process.Hostile.prints;
import static dev.swarm.tools.process.Hostile.printsOnly;
import static dev.swarm.tools.process.Hostile.python;
import static dev.swarm.tools.process.Hostile.sh;
import static dev.swarm.tools.process.Hostile.timesOut;

import java.util.List;
import java.util.stream.Stream;

/** The programs of {@link HostileProgramsIT}, by what they attack. */
final class HostilePrograms {
  private static final long MEGABYTE = 1_000_000;

  private HostilePrograms() {}

  static Stream<Hostile> all() {
    return Stream.of(time(), descendants(), output(), surroundings(), walls())
        .flatMap(List::stream);
  }

  /** Programs that want to live longer than they may. */
  private static List<Hostile> time() {
    return List.of(
        sh("hangs", "exec sleep 1000", timesOut()),
        sh("hangs and ignores TERM", "trap '' TERM; sleep 1000; sleep 1000", timesOut()),
        perl(
            "traps every signal",
            "$SIG{$_} = sub {} for keys %SIG; while (1) { sleep 1000 }",
            timesOut()),
        perl("spins", "$SIG{TERM} = 'IGNORE'; while (1) {}", timesOut()),
        sh("stops itself", "kill -STOP $$; echo awake; sleep 1000", timesOut()),
        perl("closes stdout but lives", "close STDOUT; sleep 1000", timesOut()),
        perl(
            "closes everything but lives",
            "use POSIX; POSIX::close($_) for 0..255; sleep 1000",
            timesOut()),
        sh(
            "prints a byte at a time past the deadline",
            "while :; do printf .; sleep 0.05; done",
            timesOut().and(result -> Hostile.stdout(result).text().startsWith("..."))),
        sh("is nice and limits itself", "ulimit -t 100; exec nice -n 19 sleep 1000", timesOut()),
        perl(
            "renames itself",
            "$0 = '[kworker/0:1]'; $SIG{TERM} = 'IGNORE'; sleep 1000",
            timesOut()),
        bash("becomes another program", "exec -a init sleep 1000", timesOut()));
  }

  /** Programs that leave others behind. */
  private static List<Hostile> descendants() {
    return List.of(
        perl(
            "leaves a daemon in its own session",
            "use POSIX; exit if fork; setsid; exit if fork; chdir '/';"
                + " POSIX::close($_) for 0..255; sleep 1000",
            exits(0)),
        perl(
            "leaves a daemon that holds stdout open",
            "use POSIX; $| = 1; print qq(begun\\n); exit if fork; setsid; exit if fork; sleep 1000",
            printsOnly("begun\n")),
        perl(
            "leaves a daemon that cleared its environment",
            "use POSIX; exit if fork; setsid; exit if fork; %ENV = (); chdir '/';"
                + " POSIX::close($_) for 0..255; exec '/bin/sleep', '1000'",
            exits(0)),
        perl(
            "leaves a daemon without environment, name or ear for TERM",
            "use POSIX; exit if fork; setsid; exit if fork; chdir '/'; $SIG{TERM} = 'IGNORE';"
                + " POSIX::close($_) for 0..255; %ENV = ();"
                + " exec '/usr/bin/perl', '-e', '$0 = q(cron); $SIG{TERM} = q(IGNORE); sleep 1000'",
            exits(0)),
        perl(
            "hangs beside its daemon",
            "use POSIX; if (!fork) { setsid; exit if fork; %ENV = (); exec '/bin/sleep', '1000' }"
                + " sleep 1000",
            timesOut()),
        sh("leaves a child in the background", "sleep 1000 & exit 3", exits(3)),
        perl("bears five hundred processes at once", "for (1..9) { fork } sleep 1000", timesOut()),
        perl(
            "forks and exits without end",
            "$SIG{TERM} = 'IGNORE'; while (1) { my $p = fork; exit if $p; select undef, undef,"
                + " undef, 0.002 }",
            exits(0)),
        bash(
            "runs many short-lived children",
            "for i in {1..300}; do /bin/true; done; echo done",
            result -> prints("done").or(timesOut()).test(result)),
        perl("makes zombies", "for (1..50) { exit unless fork } sleep 1000", timesOut()),
        perl(
            "bears children that cannot be asked to end",
            "for (1..3) { if (!fork) { $SIG{TERM} = 'IGNORE'; sleep 1000 while 1 } } sleep 1000",
            timesOut()),
        perl("bears a child that stops itself", "if (!fork) { kill STOP => $$ } exit 0", exits(0)));
  }

  /** Programs whose output is an attack. */
  private static List<Hostile> output() {
    return List.of(
        sh("floods stdout", "exec yes", timesOut().and(omitsFromStdout(MEGABYTE))),
        sh("floods stderr", "exec yes >&2", timesOut().and(omitsFromStderr(MEGABYTE))),
        sh(
            "floods both",
            "yes >&2 & exec yes",
            timesOut().and(omitsFromStdout(MEGABYTE)).and(omitsFromStderr(MEGABYTE))),
        perl(
            "prints a gigabyte without a line end",
            "my $m = 'x' x 1048576; print $m for 1..1024",
            timesOut().or(exits(0)).and(omitsFromStdout(100 * MEGABYTE))),
        perl("prints NULs", "print qq(a\\0b\\0\\n)", printsOnly("a\0b\0\n")),
        perl(
            "prints ANSI",
            "print qq(\\e[2J\\e]0;title\\a\\n)",
            printsOnly("\u001b[2J\u001b]0;title\u0007\n")),
        perl(
            "prints bytes that are not UTF-8",
            "print qq(a\\xff\\xc3\\x28\\xe2\\x82\\n)",
            printsOnly("a\\xFF\\xC3(\\xE2\\x82\n")),
        perl(
            "prints a hundred thousand lines at once",
            "print qq(line $_\\n) for 1..100000",
            exits(0)
                .and(omitsFromStdout(900_000))
                .and(result -> Hostile.stdout(result).text().startsWith("line 1\nline 2\n"))
                .and(result ->
                    Hostile.stdout(result).text().endsWith("\nline 99999\nline 100000\n"))),
        sh("exits by a signal", "kill -SEGV $$", isSignalled()),
        sh("is killed", "kill -KILL $$", isSignalled()),
        sh("exits with 255", "exit 255", exits(255)));
  }

  /** Programs that misuse what is around them. */
  private static List<Hostile> surroundings() {
    return List.of(
        sh("reads stdin", "cat; read line || echo end", printsOnly("end\n")),
        sh(
            "asks the terminal",
            "(read line </dev/tty) 2>/dev/null && echo asked || echo refused",
            printsOnly("refused\n")),
        sh(
            "looks for our environment",
            "env | grep -v -e ^LC_ALL= -e ^TZ= -e ^PATH= -e ^HOME= -e ^TMPDIR= -e ^SWARM_CALL="
                + " -e ^PWD= -e ^OLDPWD= -e ^_= -e ^SHLVL= ; echo none else",
            printsOnly("none else\n")),
        sh(
            "fills its work directory",
            "for i in 1 2 3 4 5 6 7 8; do head -c 8000000 /dev/zero >f$i; done; echo full",
            prints("full")),
        sh(
            "makes its work directory unreadable",
            "mkdir -p a/b; echo x >a/b/c; chmod 000 a/b a .",
            exits(0)),
        python(
            "nests a thousand directories",
            """
            import os
            for i in range(1000):
              os.mkdir('d')
              os.chdir('d')
            """,
            exits(0)),
        python(
            "nests deeper than a path can be",
            """
            import os
            for i in range(60):
              os.mkdir('n' * 250)
              os.chdir('n' * 250)
              open('f', 'w').close()
            """,
            exits(0)),
        python(
            "makes names that are hard to remove",
            """
            import os
            for n in ['a\\nb', '-rf', '\\x1b[2J', ' ', '*', b'\\xff\\xfe', '.hidden']:
              os.mkdir(n)
              os.chdir(n)
              open(n, 'w').close()
            """,
            exits(0)),
        python(
            "leaves a pipe, a socket and links",
            """
            import os, socket
            os.mkfifo('pipe')
            socket.socket(socket.AF_UNIX).bind('sock')
            os.symlink('/etc', 'etc')
            os.symlink('loop', 'loop')
            """,
            exits(0)));
  }

  /** Programs that try the walls of the sandbox; the machine itself would not hold them. */
  private static List<Hostile> walls() {
    return Stream.of(
            sh("kills its parent", "kill -9 $PPID; echo alive", prints("alive")),
            sh("kills all that it may", "trap '' TERM; kill -9 -1; echo alive", prints("alive")),
            perl(
                "forks, exits and changes session without end",
                "use POSIX; while (1) { my $p = fork; exit if $p; setsid }",
                exits(0)),
            sh(
                "writes outside",
                "for f in /tmp /etc /var /usr /root /dev /dev/shm /proc/sys/kernel; do"
                    + " (echo x >$f/swarm-was-here) 2>>errors && echo wrote $f; done;"
                    + " grep -c 'Read-only file system' errors; echo mine >here && cat here",
                exits(0).and(result -> Hostile.stdout(result).text().matches("[678]\nmine\n"))),
            sh(
                "mounts",
                "mount -t tmpfs none /mnt 2>/dev/null || echo refused",
                printsOnly("refused\n")),
            sh(
                "writes around the read-only root",
                "mount -o remount,rw / 2>/dev/null || echo refused; "
                    + "echo x 2>/dev/null >/etc/x || echo still",
                prints("refused")),
            sh(
                "reads secrets",
                "cat /etc/shadow; ls -A /root/.ssh 2>/dev/null; echo nothing",
                printsOnly("nothing\n")),
            python(
                "calls home",
                """
                import socket
                try:
                  socket.create_connection(('127.0.0.1', 22), 1)
                except OSError as e:
                  print('refused')
                print(len(socket.if_nameindex()))
                """,
                printsOnly("refused\n1\n")),
            sh(
                "sees only its own processes",
                "ls /proc | grep -c '^[0-9]'",
                exits(0).and(HostilePrograms::countIsSmall)),
            sh(
                "makes device nodes",
                "mknod disk b 254 0 2>/dev/null && head -c1 disk >/dev/null 2>&1 && echo read; echo"
                    + " done",
                printsOnly("done\n")))
        .map(Hostile::onlySandboxed)
        .toList();
  }

  private static boolean countIsSmall(dev.swarm.tools.host.CommandResult result) {
    return Integer.parseInt(Hostile.stdout(result).text().strip()) < 10;
  }
}
