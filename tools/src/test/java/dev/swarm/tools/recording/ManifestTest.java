package dev.swarm.tools.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests as people and other programs write them. */
class ManifestTest {
  private static final String HEAD =
      "'recordingVersion':1,'platform':'linux','recordedAt':'2026-11-20T19:45:00+01:00'";

  @TempDir Path folder;

  @BeforeEach
  void texts() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    Files.writeString(folder.resolve("out/1"), "hello\n");
  }

  @Test
  void the_format_is_the_one_that_is_published() throws IOException {
    var host =
        host(
            """
            {'recordingVersion':1,'platform':'linux','hostname':'db1','uid':0,
             'recordedAt':'2026-11-20T19:45:00Z',
             'commands':[{'argv':['df','-PT'],'sample':1,'exit':3,'stdout':'out/1'},
                         {'argv':['df','-PT'],'sample':2,'error':'timeout'}],
             'files':[{'path':'/proc/loadavg','content':'out/1'}],
             'directories':[{'path':'/var/crash','entries':
               [{'name':'a','type':'file','size':1,'modified':'2026-11-20T19:45:00Z'}]}]}
            """);
    assertEquals("db1", host.name());
    assertTrue(host.root());
    assertEquals(Platform.LINUX, host.platform());
    assertEquals(Instant.parse("2026-11-20T19:45:00Z"), host.now());
    var exited = assertInstanceOf(CommandResult.Exited.class, host.run(command("df", "-PT")));
    assertEquals(3, exited.exit());
    assertEquals("hello\n", exited.stdout().text());
    var file = assertInstanceOf(FileResult.Content.class, host.read(Path.of("/proc/loadavg"), 1));
    assertEquals("hello\n", file.output().text());
    var list = assertInstanceOf(DirectoryResult.Listing.class, host.list(Path.of("/var/crash")));
    assertEquals(1, list.entries().getFirst().size());
  }

  @Test
  void little_is_enough_and_what_is_unknown_is_passed_over() throws IOException {
    var host = host("{" + HEAD + ",'note':'by hand','commands':null}");
    assertEquals("recorded", host.name());
    assertEquals(false, host.root());
    assertEquals(Instant.parse("2026-11-20T18:45:00Z"), host.now());
  }

  @Test
  void what_is_not_listed_is_unknown_and_what_is_ENOENT_is_absent() throws IOException {
    var host =
        host(
            "{"
                + HEAD
                + ",'commands':[{'argv':['zpool','list'],'error':'ENOENT'}],"
                + "'files':[{'path':'/a','error':'ENOENT'},{'path':'/b','error':'EACCES'}],"
                + "'directories':[{'path':'/c/','error':'ENOENT'}]}");
    assertEquals(Failure.ABSENT, why(host.run(command("zpool", "list"))));
    assertEquals(Failure.UNLISTED, why(host.run(command("zpool", "status"))));
    assertEquals(Failure.ABSENT, why(host.read(Path.of("/a"), 1)));
    assertEquals(Failure.DENIED, why(host.read(Path.of("/b"), 1)));
    assertEquals(Failure.UNLISTED, why(host.read(Path.of("/d"), 1)));
    assertEquals(Failure.UNLISTED, why(host.read(Path.of("/a"), 2)));
    assertEquals(Failure.ABSENT, why(host.list(Path.of("/c"))));
    assertEquals(Failure.UNLISTED, why(host.list(Path.of("/"))));
  }

  @Test
  void a_program_is_missing_only_where_the_recording_says_so() throws IOException {
    var host =
        host(
            "{"
                + HEAD
                + ",'commands':[{'argv':['zpool'],'error':'ENOENT'},{'argv':['df'],'exit':0}]}");
    assertEquals(Optional.of(Failure.ABSENT), host.missing("zpool"));
    assertEquals(Optional.empty(), host.missing("df"));
    assertEquals(Optional.empty(), host.missing("zypper")); // nobody knows
  }

  @Test
  void what_was_cut_when_it_was_recorded_stays_known_as_cut() throws IOException {
    var host = host("{" + HEAD + ",'files':[{'path':'/a','content':'out/1','omitted':7}]}");
    var file = assertInstanceOf(FileResult.Content.class, host.read(Path.of("/a"), 1));
    assertEquals(7, file.output().omitted());
  }

  @Test
  void a_text_of_more_than_4_MiB_is_kept_head_and_tail() throws IOException {
    Files.writeString(folder.resolve("out/1"), "line of text\n".repeat(500_000));
    var host = host("{" + HEAD + ",'files':[{'path':'/a','content':'out/1'}]}");
    var file = assertInstanceOf(FileResult.Content.class, host.read(Path.of("/a"), 1));
    assertTrue(file.output().omitted() > 2_000_000);
    assertTrue(file.output().text().length() < 4_300_000);
  }

  @Test
  void texts_of_more_than_48_MiB_together_are_refused() throws IOException {
    Files.writeString(folder.resolve("out/1"), "line of text\n".repeat(400_000));
    var files = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      files.append(i == 0 ? "" : ",").append("{'path':'/" + i + "','content':'out/1'}");
    }
    assertTrue(complaint("{" + HEAD + ",'files':[" + files + "]}").contains("larger than 48 MiB"));
  }

  @Test
  void a_link_that_leads_out_of_the_recording_is_refused() throws IOException {
    Files.createSymbolicLink(folder.resolve("out/2"), Path.of("/etc/hostname"));
    assertTrue(
        complaint("{" + HEAD + ",'files':[{'path':'/a','content':'out/2'}]}")
            .contains("'files[0].content' names 'out/2', which is outside the recording"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'recordingVersion':1,'platform':'linux' | 'recordedAt' is missing
          'recordingVersion':'1' | 'recordingVersion' is a whole number
          'platform':'linux' | 'recordingVersion' is missing
          'recordingVersion':1,'platform':7 | 'platform' is a text
          'recordingVersion':1,'platform':'linux','recordedAt':'yesterday' | 'recordedAt' is a time with zone
          HEAD,'uid':'root' | 'uid' is a whole number
          HEAD,'hostname':'' | 'hostname' is a text
          HEAD,'commands':{} | 'commands' is a list
          HEAD,'commands':['df'] | 'commands[0]' is an object
          HEAD,'commands':[{'exit':0}] | 'commands[0].argv' is a list with at least a program
          HEAD,'commands':[{'argv':'df','exit':0}] | 'commands[0].argv' is a list
          HEAD,'commands':[{'argv':['df',1],'exit':0}] | 'commands[0].argv' is a list of texts
          HEAD,'commands':[{'argv':['df'],'exit':'0'}] | 'commands[0].exit' is a whole number
          HEAD,'commands':[{'argv':['df']}] | 'commands[0].exit' is missing
          HEAD,'commands':[{'argv':['df'],'exit':0,'sample':3}] | 'commands[0].sample' is 1 or 2, not 3
          HEAD,'commands':[{'argv':['df'],'error':'EIO'}] | 'commands[0].error' is ENOENT, EACCES, timeout or signal
          HEAD,'commands':[{'argv':['a'],'exit':0},{'argv':['a'],'exit':1}] | 'commands[1]' asks the same as 'commands[0]'
          HEAD,'commands':[{'argv':['a'],'exit':0,'stdout':'out'}] | 'commands[0].stdout' names 'out', which is no file
          HEAD,'commands':[{'argv':['a'],'exit':0,'stdout':'/etc/passwd'}] | which is outside the recording
          HEAD,'files':[{'path':'a','content':'out/1'}] | 'files[0].path' is absolute
          HEAD,'files':[{'path':'/a'}] | 'files[0].content' is missing
          HEAD,'files':[{'path':'/a','content':'out/1','omitted':-1}] | 'files[0].omitted' is a number of bytes
          HEAD,'directories':[{'path':'/a'}] | 'directories[0].entries' is missing
          HEAD,'directories':[{'path':'/a','entries':[{'name':'x'}]}] | 'directories[0].entries[0].modified' is missing
          HEAD,'directories':[{'path':'/a','entries':[{'name':'b','type':'fifo'}]}] | entries[0].type' is file, directory
          """)
  void nonsense_is_refused_by_its_entry(String json, String says) throws IOException {
    var complaint = complaint("{" + json.replace("HEAD", HEAD) + "}");
    assertTrue(
        complaint.startsWith("could not read " + folder.resolve("manifest.json")), complaint);
    assertTrue(complaint.contains(says), complaint);
  }

  @Test
  void a_recording_that_is_written_reads_as_the_same() throws IOException {
    var recording =
        RecordingFolder.read(
            manifest(
                "{"
                    + HEAD
                    + ",'uid':0,'commands':[{'argv':['a'],'exit':1,'stdout':'out/1','stderr':'out/1'},{'argv':['b'],'error':'signal','detail':'killed"
                    + " by 11'},{'argv':['c'],'error':'ENOENT'}],"
                    + "'files':[{'path':'/a','sample':2,'content':'out/1','omitted':9},{'path':'/b','error':'timeout','detail':'no"
                    + " answer'}],'directories':[{'path':'/d','entries':[{'name':'l','type':'link',"
                    + "'target':'/x','size':3,'modified':'2026-01-01T00:00:00Z'}]},"
                    + "{'path':'/e','error':'EACCES'}]}"));
    var again = folder.resolve("again");
    RecordingFolder.prepare(again);
    RecordingFolder.write(recording, again);
    assertEquals(recording, RecordingFolder.read(again));
  }

  private RecordedHost host(String json) throws IOException {
    return new RecordedHost(RecordingFolder.read(manifest(json)));
  }

  private String complaint(String json) throws IOException {
    var recording = manifest(json);
    return assertThrows(RecordingException.class, () -> RecordingFolder.read(recording))
        .getMessage();
  }

  private Path manifest(String json) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), json.replace('\'', '"'));
    return folder;
  }

  private static Command command(String... argv) {
    return new Command(List.of(argv), 1, Duration.ofSeconds(1), 1024, Set.of());
  }

  private static Failure why(CommandResult result) {
    return assertInstanceOf(CommandResult.NotStarted.class, result).why();
  }

  private static Failure why(FileResult result) {
    return assertInstanceOf(FileResult.Failed.class, result).why();
  }

  private static Failure why(DirectoryResult result) {
    return assertInstanceOf(DirectoryResult.Failed.class, result).why();
  }
}
