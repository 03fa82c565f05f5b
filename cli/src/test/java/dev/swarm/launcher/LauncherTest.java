package dev.swarm.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.launcher.Checkout.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code swarm}, on a machine of scripts. */
class LauncherTest {
  @TempDir Path folder;
  private Checkout checkout;
  private Map<String, String> with25;

  @BeforeEach
  void check_out() throws Exception {
    checkout = new Checkout(folder);
    with25 = Map.of("JAVA_HOME", checkout.jdk("25.0.3").toString());
  }

  @Test
  void the_first_use_builds_and_says_so_once_on_stderr() throws Exception {
    Ran ran = checkout.swarm(with25, "audit");
    assertEquals(0, ran.code());
    assertEquals("swarm: building once, about a minute …\n", ran.err());
    assertTrue(ran.out().endsWith("dev.swarm.cli.Main\naudit\n"), ran.out());
    assertEquals(1, checkout.builds().size());
  }

  @Test
  void a_second_use_does_not_build() throws Exception {
    build();
    Ran ran = checkout.swarm(with25);
    assertEquals("", ran.err());
    assertEquals(1, checkout.builds().size());
  }

  @Test
  void a_changed_source_or_tool_is_built() throws Exception {
    build();
    checkout.edit("cli/src/main/java/Main.java");
    assertTrue(checkout.swarm(with25).err().contains("building again"));
    Files.delete(checkout.root.resolve("cli/src/main/java/Main.java"));
    checkout.edit("config/tools/disk.yaml");
    assertTrue(checkout.swarm(with25).err().contains("building again"));
  }

  @Test
  void what_a_build_leaves_behind_does_not_call_for_another() throws Exception {
    build();
    Files.createDirectories(checkout.root.resolve("config/target/classes"));
    checkout.edit("README.md");
    build();
    assertEquals(1, checkout.builds().size());
  }

  @Test
  void SWARM_NO_BUILD_runs_what_is_there() throws Exception {
    build();
    checkout.edit("cli/src/main/java/Main.java");
    Ran ran = checkout.swarm(Map.of("JAVA_HOME", with25.get("JAVA_HOME"), "SWARM_NO_BUILD", "1"));
    assertEquals(0, ran.code());
    assertEquals(1, checkout.builds().size());
  }

  @Test
  void a_failed_build_shows_its_log_and_the_next_use_tries_again() throws Exception {
    Files.createFile(checkout.root.resolve("broken"));
    Ran ran = checkout.swarm(with25);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("the compiler is not amused"), ran.err());
    assertEquals("", ran.out());
    Files.delete(checkout.root.resolve("broken"));
    assertEquals(0, checkout.swarm(with25).code());
  }

  @Test
  void two_first_uses_at_once_build_once() throws Exception {
    Process one = checkout.start(checkout.root.resolve("swarm"), with25, "one");
    Process two = checkout.start(checkout.root.resolve("swarm"), with25, "two");
    assertTrue(Checkout.finish(one).out().endsWith("one\n"));
    assertTrue(Checkout.finish(two).out().endsWith("two\n"));
    assertEquals(1, checkout.builds().size());
  }

  @Test
  void it_starts_through_a_chain_of_links_with_each_argument_as_it_was_given() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("a check out/swarm"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);
    Ran ran = checkout.run(second, with25, "ask", "two  words", "*", "");
    assertTrue(ran.out().endsWith("Main\nask\ntwo  words\n*\n\n"), ran.out());
  }

  @Test
  void the_exit_code_is_javas() throws Exception {
    assertEquals(7, checkout.swarm(with25, "fail").code());
  }

  @Test
  void the_cache_is_made_and_used_with_the_same_options() throws Exception {
    build();
    Path built = checkout.root.resolve("cli/target/swarm");
    String trained = Files.readString(built.resolve("training.log"));
    String used = checkout.swarm(with25, "audit").out();
    assertEquals(
        trained
            .replaceFirst("-XX:AOTCacheOutput=(.*)\\.new\n", "-XX:AOTCache=$1\n")
            .replaceFirst("-Xmx256m", "-Xmx96m")
            .replaceFirst("dev.swarm.cli.Training\n", "dev.swarm.cli.Main\naudit\n"),
        used);
    assertTrue(Files.exists(Path.of(used.lines().findFirst().orElseThrow().split("=", 2)[1])));
  }

  @Test
  void an_agent_gets_a_cache_of_its_own_at_its_first_start() throws Exception {
    build();
    Ran first = checkout.swarm(with25, "agent");
    assertTrue(first.err().startsWith("swarm: preparing the agent once"), first.err());
    assertNotEquals(cache(checkout.swarm(with25, "audit")), cache(first));
    assertEquals("cache\n", Files.readString(cache(first)));
    String trained = Files.readString(checkout.root.resolve("cli/target/swarm/training.log"));
    assertTrue(trained.contains("dev.swarm.cli.Training\nagent\n"), trained);
    assertTrue(
        trained.contains("Main\naudit\n--quiet\n--key\nnode.key\n--join\n127.0.0.1:7620\n"),
        trained);
    Ran second = checkout.swarm(with25, "agent");
    assertEquals("", second.err());
    assertEquals(cache(first), cache(second));
  }

  @Test
  void an_agent_whose_cache_is_not_there_or_empty_takes_that_of_the_commands() throws Exception {
    build();
    Path common = cache(checkout.swarm(with25, "audit"));
    Map<String, String> asItIs =
        Map.of("JAVA_HOME", with25.get("JAVA_HOME"), "SWARM_NO_BUILD", "1");
    assertEquals(common, cache(checkout.swarm(asItIs, "agent")));
    Path own = cache(checkout.swarm(with25, "agent"));
    Files.writeString(own, "");
    Ran ran = checkout.swarm(with25, "agent");
    assertEquals("", ran.err());
    assertEquals(common, cache(ran));
  }

  @Test
  void an_agent_of_a_new_build_gets_a_new_cache() throws Exception {
    build();
    Path own = cache(checkout.swarm(with25, "agent"));
    Files.writeString(own, "old");
    Files.setLastModifiedTime(own, FileTime.fromMillis(0));
    assertTrue(checkout.swarm(with25, "agent").err().contains("preparing the agent once"));
    assertEquals("cache\n", Files.readString(own));
  }

  @Test
  void another_JDK_gets_a_cache_of_its_own_and_no_build() throws Exception {
    build();
    Path newer = checkout.jdk("26");
    String out = checkout.swarm(Map.of("SWARM_JAVA_HOME", newer.toString())).out();
    assertTrue(Files.exists(Path.of(out.lines().findFirst().orElseThrow().split("=", 2)[1])), out);
    assertEquals(1, checkout.builds().size());
  }

  @Test
  void the_JDK_of_the_build_is_remembered_where_the_environment_names_none() throws Exception {
    build();
    assertTrue(checkout.swarm(Map.of(), "again").out().endsWith("again\n"));
  }

  @Test
  void an_old_JAVA_HOME_is_passed_over() throws Exception {
    build();
    String old = checkout.jdk("17.0.15").toString();
    assertEquals(0, checkout.swarm(Map.of("JAVA_HOME", old)).code());
  }

  @Test
  void an_old_SWARM_JAVA_HOME_is_refused_by_name() throws Exception {
    String old = checkout.jdk("1.8.0_422").toString();
    Ran ran = checkout.swarm(Map.of("SWARM_JAVA_HOME", old));
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("SWARM_JAVA_HOME=" + old), ran.err());
  }

  @Test
  void a_machine_without_a_JDK_is_told_what_to_install() throws Exception {
    Path launcher = checkout.root.resolve("swarm");
    Checkout.script(launcher, Files.readString(launcher).replace("need=25", "need=99"));
    Ran ran = checkout.swarm(with25);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("could not find a JDK 99 or newer"), ran.err());
    assertTrue(ran.err().contains("apt install openjdk-99-jdk"), ran.err());
    assertFalse(Files.exists(checkout.root.resolve("builds")));
  }

  private static Path cache(Ran ran) {
    return Path.of(ran.out().lines().findFirst().orElseThrow().split("=", 2)[1]);
  }

  private void build() throws Exception {
    assertEquals(0, checkout.swarm(with25).code());
  }
}
