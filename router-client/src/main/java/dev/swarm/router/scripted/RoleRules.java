package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Who may speak when. */
final class RoleRules {
  private RoleRules() {}

  static Optional<Refusal> alternate(ObjectNode json) {
    var last = "";
    for (var message : json.path("messages")) {
      var role = Rule.role(message);
      boolean speaks = role.equals("user") || role.equals("assistant");
      if (speaks && (role.equals(last) || (last.isEmpty() && role.equals("assistant")))) {
        return Optional.of(
            Refusal.template(
                "After the optional system message, conversation roles must alternate"
                    + " user/assistant/user/assistant/..."));
      }
      last = role.equals("system") ? last : role;
    }
    return Optional.empty();
  }

  static Optional<Refusal> noUserAfterTool(ObjectNode json) {
    var last = "";
    for (var message : json.path("messages")) {
      if (last.equals("tool") && Rule.role(message).equals("user")) {
        return Optional.of(
            Refusal.flat(
                400,
                "Unexpected role 'user' after role 'tool'",
                "invalid_request_message_order",
                3230));
      }
      last = Rule.role(message);
    }
    return Optional.empty();
  }

  static Optional<Refusal> systemFirst(ObjectNode json) {
    var messages = json.path("messages");
    for (int i = 1; i < messages.size(); i++) {
      if (Rule.role(messages.path(i)).equals("system")) {
        return Optional.of(Refusal.template("System message must be at the beginning."));
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> noRole(ObjectNode json, String role) {
    for (var message : json.path("messages")) {
      if (Rule.role(message).equals(role)) {
        return Optional.of(
            role.equals("system")
                ? Refusal.flat(400, "System role not supported", "BadRequestError", 400)
                : Refusal.flat(400, "Unexpected message role: " + role, "BadRequestError", 400));
      }
    }
    return Optional.empty();
  }
}
