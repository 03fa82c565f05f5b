package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody types: one calm sentence that says what, where and how, and the exit code. */
class BadInputTest {
  @TempDir Path folder;
  private Shell shell;

  /**
   * A mistake.
   *
   * @param line the command; {@code DIR} stands for the folder of {@link #bad_files}
   * @param says what the one line on stderr holds
   */
  record Case(String line, int code, List<String> says) {
    static Case of(String line, int code, String... says) {
      return new Case(line, code, List.of(says));
    }

    @Override
    public String toString() {
      return line;
    }
  }

  @BeforeEach
  void bad_files() throws IOException {
    shell = new Shell(folder);
    var _ = SmallRecording.in(folder.resolve("rec"));
    Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("used"));
    Files.writeString(folder.resolve("used/file"), "x");
    Files.writeString(folder.resolve("plain"), "x");
    Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, (byte) 0xfe, 7});
    Files.writeString(folder.resolve("huge.yaml"), "# padding\n".repeat(300_000));
    yaml("broken", "areas: [storage\nfail-on: }");
    yaml("list", "- a\n- b");
    yaml("key", "fail-onn: info");
    yaml("severity", "fail-on: fatal");
    yaml("duration", "timeout: soon");
    yaml("twice", "timeout: 5s\ntimeout: 6s");
    yaml("relative", "tools-folder: here");
    yaml("sandbox", "sandbox: maybe");
    yaml("keep", "keep-runs: 0");
    yaml("keepword", "keep-runs: many");
    yaml("area", "areas: [storrage]");
    yaml("forbid", "forbid-tools: [filesystems]");
    yaml("statefile", "state-folder: " + folder.resolve("plain"));
    yaml("serve", "serve:\n  tokens:\n    - {name: a, access: root, key: {file: /x}}");
    yaml("noruns", "state-folder: " + folder.resolve("norunsyet"));
    manifest("version", "{\"recordingVersion\":7}");
    manifest("json", "{\"recordingVersion\":1,");
    manifest("array", "[]");
    manifest("windows", head("windows") + "}");
    manifest("lost", head("linux") + ",\"files\":[{\"path\":\"/a\",\"content\":\"out/9\"}]}");
    manifest("escape", head("linux") + ",\"files\":[{\"path\":\"/a\",\"content\":\"../plain\"}]}");
    manifest("exit", head("linux") + ",\"commands\":[{\"argv\":[\"a\"]}]}");
    manifest("noargv", head("linux") + ",\"commands\":[{\"argv\":[],\"exit\":0}]}");
  }

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("audt", 2, "there is no command 'audt', did you mean 'audit'?", "swarm --help"),
        Case.of("-x", 2, "there is no option '-x'"),
        Case.of("--verion", 2, "'--verion', did you mean '--version'?"),
        Case.of("help bogus", 2, "bogus"),
        Case.of("audit --ouput=json", 2, "'--ouput', did you mean '--output'?"),
        Case.of("audit --outp json", 2, "there is no option '--outp'"),
        Case.of("audit storage", 2, "nothing is expected at 'storage'", "swarm audit --help"),
        Case.of("audit --areas", 2, "--areas", "AREA"),
        Case.of("audit --checks", 2, "--checks"),
        Case.of("audit --timeout", 2, "--timeout"),
        Case.of("audit --areas storrage", 2, "no area 'storrage', did you mean 'storage'?"),
        Case.of("audit --areas nothing-like-it", 2, "there are storage, services"),
        Case.of("audit --areas storage,tme", 2, "no area 'tme', did you mean 'time'?"),
        Case.of("audit --checks storage.spac", 2, "'storage.space'?", "swarm checks lists them"),
        Case.of("audit --checks ''", 2, "no check ''"),
        Case.of("audit --areas time --checks storage.space", 2, "leave --areas out"),
        Case.of("audit --output yaml", 2, "--output is text, json", "not 'yaml'"),
        Case.of("audit --output jsonn", 2, "did you mean 'json'?"),
        Case.of("audit --output TEXT", 2, "not 'TEXT'"),
        Case.of("audit --fail-on fatal", 2, "--fail-on is info, warning or critical, not 'fatal'"),
        Case.of("audit --fail-on criticl", 2, "did you mean 'critical'?"),
        Case.of("audit --color blue", 2, "--color is auto, always or never, not 'blue'"),
        Case.of("audit --timeout soon", 2, "--timeout: expected a duration such as 500ms"),
        Case.of("audit --timeout 5", 2, "not '5'"),
        Case.of("audit --timeout -5s", 2, "not '-5s'"),
        Case.of("audit --timeout 0s", 2, "an audit takes longer than '0s'"),
        Case.of("audit --timeout 99999999999999s", 2, "expected a duration"),
        Case.of("audit --quiet=perhaps", 2, "--quiet"),
        Case.of("audit --output-file DIR", 2, "DIR: it is a folder"),
        Case.of("audit --output-file DIR/no/report", 2, "DIR/no does not exist; make it first"),
        Case.of("audit --recording DIR/none", 2, "DIR/none/manifest.json: it does not exist"),
        Case.of("audit --recording DIR/empty", 2, "a recording is a folder made by 'swarm record"),
        Case.of("audit --recording DIR/plain", 2, "DIR/plain/manifest.json"),
        Case.of(
            "audit --recording DIR/r-version", 2, "'recordingVersion' is 7; this swarm reads 1"),
        Case.of("audit --recording DIR/r-json", 2, "manifest.json:1:", "it is not JSON"),
        Case.of("audit --recording DIR/r-array", 2, "a manifest is a JSON object"),
        Case.of("audit --recording DIR/r-windows", 2, "'platform' is linux or macos"),
        Case.of("audit --recording DIR/r-lost", 2, "'files[0].content' names 'out/9'", "not exist"),
        Case.of("audit --recording DIR/r-escape", 2, "outside the recording"),
        Case.of("audit --recording DIR/r-exit", 2, "'commands[0].exit' is missing"),
        Case.of("audit --recording DIR/r-noargv", 2, "'commands[0].argv' is a list with at least"),
        Case.of("audit --config DIR/none.yaml", 2, "DIR/none.yaml: it does not exist"),
        Case.of("audit --config DIR", 2, "could not read the configuration DIR"),
        Case.of("audit --config DIR/binary.yaml", 2, "binary.yaml: it is not UTF-8 text"),
        Case.of("audit --config DIR/huge.yaml", 2, "huge.yaml"),
        Case.of("audit --config DIR/c-broken.yaml", 2, "c-broken.yaml:"),
        Case.of("audit --config DIR/c-list.yaml", 2, "c-list.yaml:1:1: expected 'key: value'"),
        Case.of("audit --config DIR/c-key.yaml", 2, "'fail-onn', did you mean 'fail-on'?"),
        Case.of("audit --config DIR/c-severity.yaml", 2, "c-severity.yaml:1:", "not 'fatal'"),
        Case.of("audit --config DIR/c-duration.yaml", 2, "'timeout': expected a duration"),
        Case.of("audit --config DIR/c-twice.yaml", 2, "c-twice.yaml:2:1: the key 'timeout' stands"),
        Case.of("audit --config DIR/c-relative.yaml", 2, "expected an absolute path, not 'here'"),
        Case.of("audit --config DIR/c-sandbox.yaml", 2, "expected auto or none, not 'maybe'"),
        Case.of("audit --config DIR/c-keep.yaml", 2, "'keep-runs' is from 1 to 100000"),
        Case.of("audit --config DIR/c-keepword.yaml", 2, "expected a whole number, not 'many'"),
        Case.of("audit --config DIR/c-area.yaml", 2, "no area 'storrage', did you mean 'storage'?"),
        Case.of("checks --config DIR/c-key.yaml", 2, "c-key.yaml:1:1: unknown key"),
        Case.of("explain", 2, "missing required parameter: 'CHECK'"),
        Case.of("explain storage.spce", 2, "did you mean 'storage.space'?"),
        Case.of("explain @DIR/plain", 2, "there is no check '@DIR/plain'"),
        Case.of("explain \u001b[31mred", 2, "there is no check '?[31mred'"),
        Case.of("tools showw", 2, "there is no command 'showw', did you mean 'show'?"),
        Case.of("tools show", 2, "missing required parameter: 'NAME'"),
        Case.of("tools show filesystem", 2, "no tool 'filesystem', did you mean 'filesystems'?"),
        Case.of("tools run", 2, "missing required parameter: 'NAME'"),
        Case.of("tools run nothing-like-it", 2, "swarm tools lists them"),
        Case.of("tools run largest-directories path", 2, "KEY=VALUE, not 'path'", "takes path"),
        Case.of("tools run largest-directories =x", 2, "KEY=VALUE, not '=x'"),
        Case.of("tools run largest-directories path=/a path=/b", 2, "'path' stands twice"),
        Case.of("tools run largest-directories", 2, "refused by argument."),
        Case.of("tools run largest-directories path=../etc", 2, "refused by argument."),
        Case.of("tools run largest-directories path=-rf", 2, "refused by argument.option"),
        Case.of("tools run largest-directories pth=/", 2, "refused by argument.", "pth"),
        Case.of("tools run filesystems --config DIR/c-forbid.yaml", 4, "refused by policy"),
        Case.of("show", 2, "could not find a run \"latest\""),
        Case.of("show 2026", 2, "could not find a run \"2026\"", "swarm runs"),
        Case.of("show latest~99999999", 2, "could not find a run"),
        Case.of("show latest --fail-on x", 2, "--fail-on is"),
        Case.of("diff", 2, "could not compare: 0 of the two runs"),
        Case.of("diff a b c", 2, "nothing is expected at 'c'"),
        Case.of("runs now", 2, "nothing is expected at 'now'"),
        Case.of("runs --config DIR/c-statefile.yaml", 2, "could not open DIR/plain/runs.db"),
        Case.of("record", 2, "name a folder, swarm record DIR"),
        Case.of("record DIR/used", 2, "DIR/used: it is not empty; name a new folder"),
        Case.of("record DIR/plain", 2, "DIR/plain: there is a file in its place"),
        Case.of("record DIR/plain/deeper", 2, "DIR/plain/deeper: Not a directory"),
        Case.of("record --plan DIR/x", 2, "--plan records nothing"),
        Case.of("record --plan --platform windows", 2, "--platform is linux or macos"),
        Case.of("record --plan --output html", 2, "--output is text or json, not 'html'"),
        Case.of("record DIR/x --platform linux", 2, "belong to --plan"),
        Case.of("keys bogus", 2, "there is no command 'bogus'", "swarm keys --help"),
        Case.of("keys init --folder DIR/keys", 2, "DIR/keys has an authority already"),
        Case.of("keys init --folder DIR/plain", 2, "could not make keys in DIR/plain"),
        Case.of(
            "keys init --folder DIR/plain/deeper", 2, "could not make keys in DIR/plain/deeper"),
        Case.of("keys init --fleet ../etc", 2, "the name of a fleet has letters", "not '../etc'"),
        Case.of("keys init --fleet ''", 2, "the name of a fleet is never blank"),
        Case.of("keys init --coordinator a\r\nb", 2, "a name has letters", "not 'a?"),
        Case.of("keys init --valid 0", 2, "--valid is 1 to 3650 days, not 0"),
        Case.of("keys init --valid soon", 2, "--valid", "soon"),
        Case.of("keys init now", 2, "nothing is expected at 'now'"),
        Case.of("keys enrol", 2, "missing required parameter: 'NODE'"),
        Case.of("keys enrol web-3", 2, "there is no authority in DIR/.config/swarm/keys", "init"),
        Case.of("keys enrol '' --folder DIR/keys", 2, "a name is never blank"),
        Case.of("keys enrol ../../root --folder DIR/keys", 2, "not '../../root'"),
        Case.of("keys enrol a/b --folder DIR/keys", 2, "not 'a/b'"),
        Case.of("keys enrol .. --folder DIR/keys", 2, "begins with a letter or digit"),
        Case.of("keys enrol web\r\n3 --folder DIR/keys", 2, "not 'web?"),
        Case.of("keys enrol größe --folder DIR/keys", 2, "a name has letters a to z"),
        Case.of("keys enrol " + "n".repeat(201) + " --folder DIR/keys", 2, "at most 200", "201"),
        Case.of("keys enrol web-1 --folder DIR/keys", 2, "web-1 has the key", "--renew"),
        Case.of("keys enrol web-3 --folder DIR/keys --valid -1", 2, "--valid is 1 to 3650 days"),
        Case.of("keys enrol web-3 --folder DIR/keys --output DIR", 2, "DIR: it is a folder"),
        Case.of(
            "keys enrol web-3 --folder DIR/keys --output DIR/no/key", 2, "DIR/no does not exist"),
        Case.of(
            "keys enrol web-3 --folder DIR/keys --output DIR/plain", 2, "there is a file already"),
        Case.of("keys enrol web-3 --folder DIR/torn", 2, "could not use the authority in DIR/torn"),
        Case.of("keys enrol web-3 --labels a=b", 2, "there is no option '--labels'"),
        Case.of("keys coordinator", 2, "missing required parameter: 'NAME'"),
        Case.of("keys coordinator shell --folder DIR/keys", 2, "shell has the key", "revoke"),
        Case.of("keys list", 2, "there is no authority in", "swarm keys init"),
        Case.of("keys list --folder DIR/keys --output yaml", 2, "--output is text or json"),
        Case.of("keys revoke", 2, "missing required parameter: 'NAME|KEY'"),
        Case.of("keys revoke web-1", 2, "there is no authority in"),
        Case.of("keys revoke web-7 --folder DIR/keys", 2, "no key of 'web-7'; swarm keys list"),
        Case.of("keys revoke web-2 --folder DIR/keys", 2, "the key of 'web-2' is revoked already"),
        Case.of("keys show", 2, "missing required parameter: 'FILE'"),
        Case.of("keys show DIR/none", 2, "could not use the keys in DIR/none: it does not exist"),
        Case.of("keys show DIR", 2, "could not use the keys in DIR"),
        Case.of("keys show DIR/plain", 2, "header: it does not begin with 'swarm key bundle: 1'"),
        Case.of("keys show DIR/keys/authority.pem", 2, "header: it does not begin with"),
        Case.of("serve now", 2, "nothing is expected at 'now'", "swarm serve --help"),
        Case.of("serve --http nowhere:99999", 2, "--http: a port is from 1 to 65535, not 99999"),
        Case.of("serve --http 127.0.0.1:x", 2, "--http: "),
        Case.of("serve --http 127.0.0.1 --no-http", 2, "leave one of them out"),
        Case.of("serve --http 0.0.0.0", 2, "only with tokens; give serve.tokens and serve.tls"),
        Case.of("serve --key DIR/none", 2, "the keys in DIR/none: it does not exist", "enrol"),
        Case.of("serve --config DIR/c-serve.yaml", 2, "c-serve.yaml:", "viewer or operator"),
        Case.of("serve --config DIR/c-statefile.yaml", 2, "could not use the state folder"),
        Case.of("watch 2026", 2, "could not find a run \"2026\"", "swarm runs"),
        Case.of("watch latest --output yaml", 2, "--output is text or jsonl, not 'yaml'"),
        Case.of("watch a b", 2, "nothing is expected at 'b'"),
        Case.of("export 2026", 2, "could not find a run \"2026\"", "swarm runs"),
        Case.of("export --output-file DIR/no/x", 2, "DIR/no does not exist; make it first"),
        Case.of("nodes", 2, "this machine belongs to no fleet", "--key FILE"),
        Case.of("nodes --output yaml", 2, "--output is text or json, not 'yaml'"),
        Case.of("findings bogus", 2, "there is no command 'bogus'", "swarm findings --help"),
        Case.of("agent now", 2, "nothing is expected at 'now'"),
        Case.of("agent", 2, "an agent needs the key of this machine: --key FILE", "enrol"),
        Case.of("agent --key DIR/none", 2, "the keys in DIR/none: it does not exist"),
        Case.of("ask", 2, "missing required parameter: 'QUESTION'"),
        Case.of("audit --nodes n1", 2, "belongs to no fleet", "--key FILE"),
        Case.of("audit --local --nodes n1", 2, "leave one of them out"),
        Case.of("loadtest nothing", 2, "there is no scenario 'nothing'; there are reference"),
        Case.of("loadtest --nodes 0", 2, "--nodes: expected a number from 1 to 5000, not 0"),
        Case.of("loadtest --tasks x", 2, "--tasks: expected a whole number, not 'x'"),
        Case.of("loadtest --think soon", 2, "--think: expected 350ms", "not 'soon'"),
        Case.of("loadtest --isolation docker", 2, "expected process or verticle, not 'docker'"),
        Case.of("loadtest --rounds a,b", 2, "--rounds: expected a number of rounds"),
        Case.of("loadtest --compare DIR/none", 2, "the earlier result DIR/none: it does not exist"),
        Case.of("loadtest --router x", 2, "--router and --model belong together"),
        Case.of("loadtest --fleet", 2, "belongs to no fleet", "--key FILE"),
        Case.of("doctor --fix", 2, "there is no option '--fix'"),
        Case.of("man swarm", 2, "nothing is expected at 'swarm'"),
        Case.of("generate-completion --shell fish", 2, "there is no option '--shell'"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_mistake_gets_one_sentence(Case mistake) throws IOException {
    if (mistake.line().startsWith("keys ")) {
      a_fleet();
    }
    var ran = shell.swarm(words(mistake.line()));
    var err = ran.err().replace(folder.toString(), "DIR");
    assertEquals(mistake.code(), ran.code(), err);
    for (var say : mistake.says()) {
      assertTrue(err.contains(say), () -> "expected <" + say + "> in: " + err);
    }
    assertEquals("", ran.out());
    assertTrue(err.startsWith("swarm: ") && err.length() < 600, err);
    assertFalse(err.contains("Exception") || err.contains("\tat "), err);
    boolean list = err.matches("swarm: could not use the (configuration|scenario):\n  (.|\n)*");
    assertEquals(list ? 2 : 1, err.lines().count(), err);
  }

  @Test
  void the_table_is_long_and_has_no_case_twice() {
    var lines = cases().map(Case::line).toList();
    assertTrue(lines.size() >= 60);
    assertEquals(lines.size(), lines.stream().distinct().count());
  }

  @Test
  void every_mistake_in_a_configuration_is_told_at_once() throws IOException {
    yaml("many", "fail-on: x\ntimeout: y\nkeep-runs: z\nsandbox: w\nwhat: ever");
    var err = shell.swarm("audit", "--config", config("many")).err();
    for (int line = 1; line <= 5; line++) {
      assertTrue(err.contains("c-many.yaml:" + line + ":"), err);
    }
  }

  @Test
  void a_node_or_a_call_that_a_run_has_not_is_named_with_those_that_it_has() {
    var audit = shell.swarm("audit", "--recording", folder.resolve("rec").toString());
    assertTrue(audit.code() < 4, audit.err());
    var node = shell.swarm("show", "latest", "nowhere");
    assertEquals(2, node.code());
    assertTrue(node.err().contains("there is no tool call on a node 'nowhere'"), node.err());
    assertTrue(node.err().contains("the run has those on "), node.err());
    var name = node.err().replaceAll("(?s).*the run has those on ([^,\\s]+).*", "$1");
    assertEquals(0, shell.swarm("show", "latest", name).code(), name);
    var call = shell.swarm("show", "latest", name, "storage/r999");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("swarm show latest " + name + " lists them"), call.err());
  }

  @Test
  void without_a_command_there_is_the_usage_and_exit_2() {
    var ran = shell.swarm();
    assertEquals(2, ran.code());
    assertTrue(ran.err().startsWith("Usage: swarm"), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void a_forbidden_tool_is_a_matter_of_policy_also_with_the_right_arguments() {
    assertEquals(
        4, shell.swarm("tools", "run", "filesystems", "--config", config("forbid")).code());
  }

  private void a_fleet() throws IOException {
    keys("init");
    keys("enrol", "web-1");
    keys("enrol", "web-2");
    keys("revoke", "web-2");
    Files.createDirectory(folder.resolve("torn"));
    Files.writeString(folder.resolve("torn/authority.pem"), "swarm authority: 1\n");
  }

  private void keys(String... words) {
    var line = Stream.concat(Stream.of("keys"), Stream.of(words));
    var place = Stream.of("--folder", folder.resolve("keys").toString());
    var ran = shell.swarm(Stream.concat(line, place).toArray(String[]::new));
    assertEquals(0, ran.code(), ran.err());
  }

  /** The words of a line, for a shell that knows only quotes around nothing. */
  private String[] words(String line) {
    return Arrays.stream(line.replace("DIR", folder.toString()).split(" "))
        .map(word -> word.equals("''") ? "" : word)
        .toArray(String[]::new);
  }

  private static String head(String platform) {
    return "{\"recordingVersion\":1,\"platform\":\""
        + platform
        + "\",\"recordedAt\":\"2026-11-20T19:45:00Z\"";
  }

  private void manifest(String name, String json) throws IOException {
    var _ = SmallRecording.manifest(folder.resolve("r-" + name), json);
  }

  private void yaml(String name, String text) throws IOException {
    Files.writeString(Path.of(config(name)), text + "\n");
  }

  private String config(String name) {
    return folder.resolve("c-" + name + ".yaml").toString();
  }
}
