package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.wire.Profile;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Routers in the configuration: what is said is taken, and a mistake is named at its line. */
class RoutersReaderTest {
  private static final String SECRET = "sk-canary-0123456789abcdef";

  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("routers:\n  url: http://a/v1\n", 2, "is a list"),
        Arguments.of("routers:\n  - http://a/v1\n", 2, "'key: value' pairs"),
        Arguments.of("routers:\n  - model: m\n", 2, "a router has a 'url'"),
        Arguments.of("routers:\n  - url:\n", 2, "a router has a 'url'"),
        Arguments.of("routers:\n  - url: box:8080\n", 2, "expected a URL such as"),
        Arguments.of("routers:\n  - url: ftp://box/v1\n", 2, "expected a URL such as"),
        Arguments.of("routers:\n  - url: http://a/v1\n    modle: m\n", 3, "did you mean 'model'?"),
        Arguments.of("routers:\n  - url: http://a/v1\n    tier: big\n", 3, "local or frontier"),
        Arguments.of("routers:\n  - url: http://a/v1\n    name: a b\n", 3, "a short name"),
        Arguments.of("routers:\n  - url: http://a/v1\n    concurrency: 0\n", 3, "1 to 4096"),
        Arguments.of("routers:\n  - url: http://a/v1\n    queue: -1\n", 3, "0 to 100000"),
        Arguments.of("routers:\n  - url: http://a/v1\n    context: 8k\n", 3, "whole number"),
        Arguments.of("routers:\n  - url: http://a/v1\n    context: 512\n", 3, "from 1024"),
        Arguments.of("routers:\n  - url: http://a/v1\n    clocks: 5s\n", 3, "pairs"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    clocks: {conect: 5s}\n",
            3,
            "did you mean 'connect'?"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    clocks:\n      total: 0s\n", 4, "1ms to 24h"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    price: {prompt: 1}\n",
            3,
            "'completion' is missing"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    price: {prompt: -1, completion: 1}\n",
            3,
            "an amount such as 0.15"),
        Arguments.of("routers:\n  - url: http://a/v1\n    trust: ca.pem\n", 3, "absolute path"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    streaming: yes\n", 3, "auto or on or off"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    reasoning: some\n",
            3,
            "none or tool-turns or all"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    text-calls: maybe\n", 3, "expected true or false"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    limit-field: max\n", 3, "max_completion_tokens"),
        Arguments.of("routers:\n  - url: http://a/v1\n    temperature: 3\n", 3, "from 0 to 2"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n  - url: http://a/v1\n", 3, "two routers are named"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    key: {env: A, file: /b}\n",
            3,
            "one of env, file and command"),
        Arguments.of("routers:\n  - url: http://a/v1\n    key: {}\n", 3, "one of env, file"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    key: {file: key}\n", 3, "an absolute path"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    key: {command: []}\n", 3, "[program, argument"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    key: {command: [./a]}\n", 3, "an absolute path"),
        Arguments.of(
            "routers:\n  - url: http://a/v1\n    key: {command: pass show router}\n",
            3,
            "there is no shell here"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_named_at_its_line(String text, int line, String says) throws IOException {
    var message = refused(text);
    assertTrue(message.contains(says), message);
    assertTrue(message.contains("swarm.yaml:" + line + ":"), message);
    assertFalse(message.matches("(?s).*(Exception|java\\.|null).*"), message);
  }

  static Stream<String> literal_keys() {
    return Stream.of(
        "key: " + SECRET,
        "key: [" + SECRET + "]",
        "key: {env: " + SECRET + "}",
        "key: {value: " + SECRET + "}",
        "key: {env: A, command: [" + SECRET + ", b]}",
        "api-key: " + SECRET,
        "url: http://me:" + SECRET + "@box/v1",
        "url: http://box/v1?key=" + SECRET);
  }

  @ParameterizedTest
  @MethodSource("literal_keys")
  void a_key_in_the_file_is_refused_and_not_repeated(String line) throws IOException {
    var url = line.startsWith("url") ? "" : "    url: http://a/v1\n";
    var message = refused("routers:\n  - name: a\n" + url + "    " + line + "\n");
    assertFalse(message.contains(SECRET), message);
    assertTrue(message.contains("swarm.yaml:" + (url.isEmpty() ? 3 : 4)), message);
  }

  @Test
  void a_key_in_the_file_is_refused_with_how_to_do_it_right() throws IOException {
    var message = refused("routers:\n  - url: http://a/v1\n    key: " + SECRET + "\n");
    assertTrue(message.contains("key: {env: VARIABLE}"), message);
  }

  @Test
  void all_mistakes_are_named_at_once() throws IOException {
    var message =
        refused("routers:\n  - url: x\n    tier: y\n    queue: z\n  - tier: q\ntimeout: soon\n");
    assertEquals(6, message.lines().filter(line -> line.contains("swarm.yaml:")).count(), message);
  }

  @Test
  void what_is_not_said_has_its_default() throws IOException {
    assertEquals(
        List.of(
            new Endpoint(
                "127.0.0.1:8080",
                URI.create("http://127.0.0.1:8080/v1"),
                "",
                new KeySource.None(),
                Tier.LOCAL,
                4,
                256,
                Clocks.STANDARD,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Profile.STANDARD)),
        routers("routers:\n  - url: http://127.0.0.1:8080/v1\n"));
  }

  @Test
  void the_commented_example_is_read_as_it_stands() throws IOException {
    var router = routers(example()).getFirst();
    assertEquals("box", router.name());
    assertEquals("qwen3-8b", router.model());
    assertEquals(new KeySource.Environment("ROUTER_KEY"), router.key());
    assertEquals(OptionalInt.of(8192), router.context());
    assertEquals(new BigDecimal("0.60"), router.price().orElseThrow().completion());
    assertEquals(Optional.of(Path.of("/etc/swarm/router-ca.pem")), router.trust());
    assertEquals(OptionalDouble.of(0.2), router.profile().temperature());
  }

  @Test
  void the_commented_example_shows_the_defaults() throws IOException {
    var shown = routers(example()).getFirst();
    var standard = routers("routers:\n  - url: http://127.0.0.1:8080/v1\n").getFirst();
    assertEquals(standard.tier(), shown.tier());
    assertEquals(standard.concurrency(), shown.concurrency());
    assertEquals(standard.queue(), shown.queue());
    assertEquals(standard.clocks(), shown.clocks());
    var profile = shown.profile();
    assertEquals(
        standard.profile(),
        new Profile(
            profile.streaming(),
            profile.replay(),
            profile.textCalls(),
            profile.foldInstructions(),
            profile.alternate(),
            profile.nullText(),
            profile.limitField(),
            profile.cacheKey(),
            profile.parallelCalls(),
            OptionalDouble.empty()));
  }

  @Test
  void clocks_may_be_set_one_by_one() throws IOException {
    var clocks =
        routers("routers:\n  - url: http://a/v1\n    clocks: {first-byte: 20s}\n")
            .getFirst()
            .clocks();
    assertEquals(Duration.ofSeconds(20), clocks.firstByte());
    assertEquals(Clocks.STANDARD.total(), clocks.total());
  }

  /** The block of config/swarm.yaml that shows every key of a router, without its marks. */
  static String example() throws IOException {
    var text = Files.readString(Path.of("../config/swarm.yaml"));
    var from = text.indexOf("# routers:\n");
    return text.substring(from).lines().takeWhile(line -> line.startsWith("# ")).toList().stream()
        .map(line -> line.substring(2) + "\n")
        .reduce("", String::concat);
  }

  private String refused(String text) {
    return assertThrows(UsageException.class, () -> routers(text)).getMessage();
  }

  private List<Endpoint> routers(String text) throws IOException {
    var file = Files.writeString(folder.resolve("swarm.yaml"), text);
    return SettingsReader.read(Optional.of(file), List.of()).routers();
  }
}
