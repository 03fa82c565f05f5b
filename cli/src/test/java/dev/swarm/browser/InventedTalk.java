package dev.swarm.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The conversation of an invented subtask, and the outputs in it. */
record InventedTalk(Instant now, Words words) {
  private static final String DF =
      """
      Filesystem           1024-blocks      Used Available Capacity Mounted on
      udev                     8123456         0   8123456       0% /dev
      tmpfs                    1631204      1284   1629920       1% /run
      /dev/mapper/vg0-root    30832548  11284992  17956016      39% /
      tmpfs                    8156004         0   8156004       0% /dev/shm
      /dev/nvme0n1p1            523248      5972    517276       2% /boot/efi
      /dev/mapper/vg0-var     41943040  40685748   1257292      97% /var
      /dev/mapper/vg0-home    82045336  20511400  57320200      27% /home
      tmpfs                    1631200         0   1631200       0% /run/user/0
      """;
  private static final String DU =
      """
      38.1 GB  /var
      31.4 GB  /var/log
       4.2 GB  /var/lib
       1.9 GB  /var/cache
      """;

  private static final String SHA =
      "9f2c41d07be3a5b8809d6b8ad0cb7f5f0e0c9f6f2e5c6d8f3c2ab1e0d4a7b6c5";

  JsonObject subtask(String id, String node, JsonObject found) {
    return new JsonObject()
        .put("id", id)
        .put("node", node)
        .put("area", "storage")
        .put("state", "completed")
        .put("attempt", 1)
        .put("mind", "qwen3-32b")
        .put("turns", 3)
        .put("toolCalls", 2)
        .put("queuedAt", now.minusSeconds(48).toString())
        .put("reason", "")
        .put("spans", new JsonArray())
        .put("acceptedAt", now.minusSeconds(21).toString())
        .put("endedAt", now.toString())
        .put("conversation", conversation())
        .put("findings", new JsonArray(List.of(found)));
  }

  private JsonArray conversation() {
    return new JsonArray()
        .add(
            entry("model", 1, 19)
                .put("model", "qwen3-32b")
                .put(
                    "text",
                    words.of(
                        1,
                        "The checks report /var above its threshold. I look at what is in it before"
                            + " I say so."))
                .put(
                    "calls",
                    new JsonArray(List.of("df {}", "largest_directories {\"path\": \"/var\"}")))
                .put("tookMillis", 2140))
        .add(
            entry("tool", 1, 17)
                .put("call", "c1")
                .put("tool", "df")
                .put("argv", new JsonArray(List.of("df", "--portability", "--block-size=1024")))
                .put("ending", "ok")
                .put("tookMillis", 14)
                .put("output", output())
                .put("sha256", SHA))
        .add(
            entry("tool", 1, 16)
                .put("tool", "largest_directories")
                .put("argv", new JsonArray(List.of("du", "-x", "--max-depth=1", "/var")))
                .put("ending", "ok")
                .put("tookMillis", 812)
                .put("output", words.of(2, DU))
                .put("sha256", "51ab07c29ed1"))
        .add(
            entry("model", 2, 9)
                .put("model", "qwen3-32b")
                .put(
                    "text",
                    words.of(
                        3,
                        "Most of it is /var/log, and that has grown since yesterday. I report the"
                            + " file system."))
                .put("calls", new JsonArray(List.of("report_finding {\"lines\": \"r1:7\"}")))
                .put("tookMillis", 3410))
        .add(
            entry("claim", 2, 8)
                .put("text", words.of(4, "filesystem /var used_percent 97"))
                .put("proof", "proven")
                .put("reason", "measured again: 97 %"))
        .add(
            entry("claim", 2, 8)
                .put("text", words.of(5, "filesystem / used_percent 90"))
                .put("proof", "refuted")
                .put("reason", "the row says 39 %"));
  }

  private JsonObject entry(String kind, int turn, int secondsAgo) {
    return new JsonObject()
        .put("kind", kind)
        .put("turn", turn)
        .put("text", "")
        .put("calls", new JsonArray())
        .put("argv", new JsonArray())
        .put("at", now.minusSeconds(secondsAgo).toString());
  }

  /** A call with its whole output; with hostile words, five hundred lines of them. */
  JsonObject call(String tool) {
    return new JsonObject()
        .put("call", "c1")
        .put("tool", tool)
        .put("argv", new JsonArray(List.of("df", "--portability", "--block-size=1024")))
        .put("ending", "ok")
        .put("reason", "")
        .put("tookMillis", 14)
        .put("rows", 0)
        .put("text", output())
        .put("sha256", SHA);
  }

  private String output() {
    String hostile =
        IntStream.range(0, Words.PAYLOADS)
            .mapToObj(index -> words.of(index, "").replaceAll("[\r\n]", " "))
            .collect(Collectors.joining("\n"));
    return hostile.isBlank() ? DF : hostile;
  }
}
