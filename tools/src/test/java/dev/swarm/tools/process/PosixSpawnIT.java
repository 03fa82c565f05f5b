package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program is born with, and what it does not get of us. */
class PosixSpawnIT {
  /** No JVM uses these two. */
  private static final int SIGTTIN = 21;

  private static final int SIGTTOU = 22;
  private static final int SIG_IGN = 1;
  private static final int SIG_BLOCK = 0;
  private static final int SIG_UNBLOCK = 1;

  /** A letter that file names can have here. */
  private static final String ODD =
      Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("ü")
          ? "ü"
          : "u";

  @TempDir private Path folder;

  @Test
  void no_file_of_ours_is_open_in_it() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var socket = new Socket(listening.getInetAddress(), listening.getLocalPort());
        var channel = ServerSocketChannel.open();
        var file = Files.newInputStream(Files.createFile(folder.resolve("file")))) {
      assertTrue(listening.isBound() && socket.isConnected() && channel.isOpen());
      assertTrue(file.available() == 0);
      Map<String, String> files =
          launches()
              .finish("/bin/ls", "-l", "/proc/self/fd")
              .stdout()
              .output()
              .text()
              .lines()
              .filter(line -> line.contains(" -> "))
              .map(line -> line.split(" +", 9)[8])
              .collect(
                  Collectors.toMap(
                      one -> one.substring(0, one.indexOf(' ')),
                      one -> one.substring(one.indexOf("->") + 3)));
      assertEquals(Set.of("0", "1", "2", "3"), files.keySet());
      assertEquals("/dev/null", files.get("0"));
      assertTrue(String.valueOf(files.get("1")).startsWith("pipe:"));
      assertTrue(String.valueOf(files.get("2")).startsWith("pipe:"));
      assertTrue(String.valueOf(files.get("3")).endsWith("/fd"), "the folder that ls reads");
    }
  }

  @Test
  void it_leads_a_session_and_a_group_of_its_own() throws Exception {
    Running running = launches().finish("/bin/cat", "/proc/self/stat");
    List<String> fields = List.of(Launches.stdout(running).split(" ", -1));
    String pid = String.valueOf(running.child().pid());
    assertEquals(List.of(pid, pid, pid), List.of(fields.get(0), fields.get(4), fields.get(5)));
    assertEquals("0", fields.get(6), "no terminal");
  }

  @Test
  void no_signal_is_blocked_or_ignored_whatever_is_with_us() throws Exception {
    var none = Set.copyOf(status());
    Memory set = Memory.of(128);
    set.bytes().putLong(0, 1L << (SIGTTIN - 1));
    long before = LibC.call(LibC.find("signal"), SIGTTOU, SIG_IGN);
    long _ = LibC.call(LibC.find("pthread_sigmask"), SIG_BLOCK, set.address());
    try {
      assertFalse(own().contains("SigBlk:\t0000000000000000"), "there is something to inherit");
      assertFalse(own().contains("SigIgn:\t0000000000000000"), "there is something to inherit");
      assertEquals(none, Set.copyOf(status()));
    } finally {
      long _ = LibC.call(LibC.find("pthread_sigmask"), SIG_UNBLOCK, set.address());
      long _ = LibC.call(LibC.find("signal"), SIGTTOU, before);
    }
    String zero = "0000000000000000";
    assertEquals(Set.of("SigBlk:\t" + zero, "SigIgn:\t" + zero, "SigCgt:\t" + zero), none);
  }

  @Test
  void its_environment_and_work_directory_are_what_it_was_given() throws Exception {
    Path work = Files.createDirectory(folder.resolve("w" + ODD)).toRealPath();
    Map<String, String> environment =
        Map.of("A", "1", "EMPTY", "", "TEXT", "two words = " + ODD + "\nand a line");
    Launches launches = Launches.in(work);
    Running env =
        Launches.finished(Launches.spawner().start(launches.of(environment, "/usr/bin/env", "-0")));
    assertEquals(
        environment.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.toSet()),
        Set.copyOf(Arrays.asList(Launches.stdout(env).split("\0"))));
    assertEquals(work + "\n", Launches.stdout(launches.finish("/bin/pwd", "-P")));
  }

  @Test
  void arguments_come_as_they_are_few_or_many() throws Exception {
    assertEquals(
        "[][a b]['\"][*$HOME][" + ODD + "]",
        Launches.stdout(
            launches().finish("/usr/bin/printf", "[%s]", "", "a b", "'\"", "*$HOME", ODD)));
    String[] many = new String[2000];
    Arrays.fill(many, "argument");
    many[0] = "/bin/echo";
    assertEquals("argument ".repeat(1999).strip() + "\n", Launches.stdout(launches().finish(many)));
  }

  /** By the thread that runs this, so that what it blocks could be inherited. */
  private List<String> status() throws Exception {
    Memory ends = Memory.of(8);
    assertTrue(Descriptors.pipe(ends));
    int reading = ends.bytes().getInt(0);
    int writing = ends.bytes().getInt(4);
    long pid =
        new PosixSpawn()
            .start(
                new EncodedLaunch(launches().of("/bin/cat", "/proc/self/status")),
                writing,
                writing);
    Descriptors.close(writing);
    OwnChild child = new OwnChild(pid, new Kernel());
    Memory status = Memory.of(4);
    Patience.upTo(Launches.PLENTY, () -> child.reap(status));
    Capture capture = new Capture(1 << 16);
    assertTrue(new Chunk().readInto(capture, reading) > 0);
    Descriptors.close(reading);
    return capture.output().text().lines().filter(PosixSpawnIT::isOfSignals).toList();
  }

  private static List<String> own() throws Exception {
    return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
        .filter(PosixSpawnIT::isOfSignals)
        .toList();
  }

  private static boolean isOfSignals(String line) {
    return line.startsWith("SigBlk") || line.startsWith("SigIgn") || line.startsWith("SigCgt");
  }

  private Launches launches() {
    return Launches.in(folder);
  }
}
