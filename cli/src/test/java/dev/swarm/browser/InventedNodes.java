package dev.swarm.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A fleet as {@code /api/v1/nodes} would tell of it; the same for the same seed. */
final class InventedNodes {
  private static final List<String> ROLES =
      List.of("web", "db", "cache", "queue", "build", "mail", "edge");
  private static final List<String> SITES = List.of("fra", "ams", "hel");
  private static final List<String> AREAS = List.of("storage", "services", "logs", "security");

  private final Random random;
  private final Instant now;
  private final Words words;
  private final List<JsonObject> nodes = new ArrayList<>();

  InventedNodes(long seed, int count, Instant now, Words words) {
    this.random = new Random(seed);
    this.now = now;
    this.words = words;
    for (int index = 0; index < count; index++) {
      nodes.add(node(index));
    }
  }

  List<JsonObject> all() {
    return nodes;
  }

  String name(int index) {
    return nodes.get(Math.floorMod(index, nodes.size())).getString("name");
  }

  long count(String state) {
    return nodes.stream().filter(node -> node.getString("state").equals(state)).count();
  }

  private JsonObject node(int index) {
    String role = ROLES.get(index % ROLES.size());
    String site = SITES.get(index / ROLES.size() % SITES.size());
    String state = state(index);
    boolean heard = !state.equals("expected");
    var recent = heard ? recent() : new JsonArray();
    var node = new JsonObject();
    if (heard) {
      var _ = node.put("load", Math.round(random.nextGaussian(0.9, 0.5) * 100) / 100.0);
    }
    var running = state.equals("present") ? running(index) : new JsonArray();
    return node.put("name", words.of(index, "%s-%02d.%s".formatted(role, index / 7 + 1, site)))
        .put("state", state)
        .put("stateReason", reason(state))
        .put("version", state.equals("incompatible") ? "0.0.9" : "0.1.0")
        .put("protocol", state.equals("incompatible") ? 1 : 2)
        .put("compatible", !state.equals("incompatible"))
        .put("platform", "linux")
        .put("address", "10.20.%d.%d:5701".formatted(index / 250, index % 250 + 1))
        .put("labels", new JsonObject().put("role", role).put("site", site))
        .put("capacity", 4)
        .put("busy", running.size())
        .put("running", running)
        .put("lacking", lacking(index))
        .put("lastSeen", now.minus(seen(state)).toString())
        .put("findings", findings(recent))
        .put("recent", recent);
  }

  private static String state(int index) {
    return switch (index % 97) {
      case 11 -> "suspected";
      case 23 -> "lost";
      case 47 -> "expected";
      case 71 -> index % 2 == 0 ? "incompatible" : "leaving";
      default -> "present";
    };
  }

  private static String reason(String state) {
    return switch (state) {
      case "suspected" -> "no beat for 9 s; asked, no answer yet";
      case "lost" -> "no beat for 41 s";
      case "incompatible" -> "speaks protocol 1, we speak 2";
      case "leaving" -> "ends what it has";
      case "expected" -> "never heard";
      default -> "";
    };
  }

  private static Duration seen(String state) {
    return state.equals("lost") ? Duration.ofMinutes(4) : Duration.ofSeconds(2);
  }

  private JsonArray running(int index) {
    var running = new JsonArray();
    for (int at = 0; at < (index % 5 == 0 ? 1 + index % 2 : 0); at++) {
      var _ =
          running.add(
              new JsonObject()
                  .put("run", InventedRuns.OPEN)
                  .put("subtask", InventedRuns.OPEN + "/" + index + "/" + at)
                  .put("area", AREAS.get((index / 5 + at) % AREAS.size())));
    }
    return running;
  }

  private JsonArray lacking(int index) {
    var lacking = new JsonArray();
    if (index % 3 == 0) {
      var _ =
          lacking.add(
              new JsonObject().put("tool", "smartctl").put("reason", "no such program: smartctl"));
      var _ = lacking.add(new JsonObject().put("tool", "nft_ruleset").put("reason", "needs root"));
    }
    return lacking;
  }

  private JsonArray recent() {
    var recent = new JsonArray();
    boolean troubled = random.nextInt(7) == 0;
    for (int at = 0; at < 12; at++) {
      int draw = random.nextInt(100);
      boolean found = draw < (troubled ? 60 : 4);
      String state = found ? "findings" : draw == 98 ? "incomplete" : draw == 99 ? "lost" : "clean";
      var _ =
          recent.add(
              new JsonObject()
                  .put("run", InventedRuns.id(at))
                  .put("endedAt", now.minus(Duration.ofHours(2L * at)).toString())
                  .put("state", state)
                  .put("critical", found && random.nextInt(3) == 0 ? 1 : 0)
                  .put("warning", found ? 1 + random.nextInt(3) : 0)
                  .put("info", found ? random.nextInt(2) : 0));
    }
    return recent;
  }

  private static JsonObject findings(JsonArray recent) {
    JsonObject newest = recent.isEmpty() ? new JsonObject() : recent.getJsonObject(0);
    return new JsonObject()
        .put("critical", newest.getInteger("critical", 0))
        .put("warning", newest.getInteger("warning", 0))
        .put("info", newest.getInteger("info", 0));
  }
}
