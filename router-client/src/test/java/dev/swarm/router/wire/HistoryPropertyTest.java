package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Toolset;
import dev.swarm.router.wire.Profile.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rows 2, 4, 6-8, 24, 25, 27-29 and 50 (each content is one string, so 27 too), for whatever a
 * history may hold.
 */
class HistoryPropertyTest {
  private static final int SEEDS = 3000;

  @Test
  void a_strict_server_takes_every_mended_history() {
    int refusedBefore = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var history = new Histories(seed).any();
      for (var profile : profiles()) {
        var server = new StrictServer(profile.alternate(), !profile.foldInstructions());
        assertEquals(Optional.empty(), server.refusal(body(history, profile)), why(seed, profile));
      }
      refusedBefore += new StrictServer(false, true).refusal(raw(history)).isPresent() ? 1 : 0;
    }
    assertTrue(refusedBefore > SEEDS / 2, "the histories are harmless: " + refusedBefore);
  }

  @Test
  void mending_twice_changes_nothing() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (var profile : profiles()) {
        var once = History.mended(new Histories(seed).any(), profile);
        assertEquals(once, History.mended(once, profile), why(seed, profile));
      }
    }
  }

  @Test
  void a_longer_history_begins_as_the_shorter_one_did() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var histories = new Histories(seed);
      var history = new ArrayList<>(histories.any());
      history.add(new User("Go on."));
      var longer = new ArrayList<>(history);
      longer.addAll(histories.continuation());
      for (var profile : profiles()) {
        if (profile.replay() == Replay.TOOL_TURNS) {
          continue;
        }
        var before = History.mended(history, profile);
        var after = History.mended(longer, profile);
        assertEquals(before, after.subList(0, before.size()), why(seed, profile));
      }
    }
  }

  @Test
  void no_text_of_a_result_with_a_call_is_lost() {
    int results = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var history = new Histories(seed).any();
      var wanted = answers(history);
      for (var profile : profiles()) {
        var all = text(History.mended(history, profile), Result.class);
        wanted.forEach(text -> assertTrue(all.contains(text), text));
      }
      results += wanted.size();
    }
    assertTrue(results > SEEDS / 2, "too few results to say so: " + results);
  }

  @Test
  void no_word_of_a_user_or_of_the_instructions_is_lost() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var history = new Histories(seed).any();
      for (var profile : profiles()) {
        var mended = History.mended(history, profile);
        var all = text(mended, User.class) + text(mended, Instructions.class);
        for (var message : history) {
          assertTrue(all.contains(words(message)), why(seed, profile));
        }
      }
    }
  }

  /** Each flag alone, and all together. */
  private static List<Profile> profiles() {
    var all = new ProfileDraft(Profile.STANDARD);
    var profiles = new ArrayList<Profile>();
    profiles.add(Profile.STANDARD);
    all.alternate = true;
    profiles.add(all.profile());
    all.foldInstructions = true;
    profiles.add(all.profile());
    all.nullText = true;
    all.parallelCalls = false;
    all.replay = Replay.ALL;
    profiles.add(all.profile());
    all.alternate = false;
    all.replay = Replay.TOOL_TURNS;
    profiles.add(all.profile());
    return profiles;
  }

  private static byte[] body(List<ChatMessage> history, Profile profile) {
    var request = new ChatRequest(history, Toolset.NONE, ChatRequest.Choice.AUTO, 100);
    return RequestBody.of(request, "m", profile, Optional.empty(), false, 0);
  }

  /** The same without any mending. */
  private static byte[] raw(List<ChatMessage> history) {
    var bytes = new ByteArrayOutputStream();
    try (var json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayFieldStart("messages");
      for (var message : history) {
        new MessageJson(json, false).write(message);
      }
    } catch (IOException broken) {
      return new byte[0];
    }
    return bytes.toByteArray();
  }

  private static String words(ChatMessage message) {
    return switch (message) {
      case User(var text) -> text.strip();
      case Instructions(var text) -> text.strip();
      case Assistant _, Result _ -> "";
    };
  }

  /** The texts of the results whose call stands before them. */
  private static List<String> answers(List<ChatMessage> history) {
    var called = new HashSet<String>();
    var answers = new ArrayList<String>();
    for (var message : history) {
      if (message instanceof Assistant said) {
        said.calls().forEach(call -> called.add(call.id()));
      } else if (message instanceof Result result && called.contains(result.call())) {
        answers.add(result.text().strip());
      }
    }
    return answers;
  }

  private static String text(List<ChatMessage> messages, Class<? extends ChatMessage> kind) {
    return messages.stream()
        .filter(kind::isInstance)
        .map(ChatMessage::toString)
        .collect(Collectors.joining());
  }

  private static String why(int seed, Profile profile) {
    return "seed " + seed + ", " + profile;
  }
}
