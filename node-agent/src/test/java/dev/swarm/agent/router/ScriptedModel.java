package dev.swarm.agent.router;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Served;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Arguments;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A model that says what a test wants, one reply after the other, and then concludes. */
final class ScriptedModel implements Model {
  static final String LOCAL = "small-model";
  static final String FRONTIER = "large-model";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger IDS = new AtomicInteger();

  private final List<Function<ChatRequest, Said>> script;
  private final List<ChatRequest> requests = new ArrayList<>();
  private final List<Errand> errands = new ArrayList<>();

  /** What it says to one request. */
  sealed interface Said {
    record Words(String text, List<Wish> calls, Reply.Ending ending, Reply.Usage usage)
        implements Said {}

    record Failing(Trouble trouble) implements Said {}
  }

  /** A call, with its arguments as JSON. */
  record Wish(String tool, String arguments) {}

  private ScriptedModel(List<Function<ChatRequest, Said>> script) {
    this.script = script;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  static ScriptedModel thinking(Function<ChatRequest, Said>... script) {
    return new ScriptedModel(Arrays.asList(script));
  }

  static ScriptedModel of(Said... said) {
    var script = new ArrayList<Function<ChatRequest, Said>>();
    for (var one : said) {
      script.add(_ -> one);
    }
    return new ScriptedModel(script);
  }

  static ScriptedModel always(Function<ChatRequest, Said> said) {
    return new ScriptedModel(java.util.Collections.nCopies(1000, said));
  }

  static Said calls(Wish... calls) {
    return new Said.Words("", List.of(calls), Reply.Ending.CALLED, Reply.Usage.UNKNOWN);
  }

  static Said ending(Reply.Ending ending, String text) {
    return new Said.Words(text, List.of(), ending, Reply.Usage.UNKNOWN);
  }

  static Said failing(Trouble.Kind kind) {
    return new Said.Failing(Trouble.of(kind, "home", "could not be had: mend it"));
  }

  static Wish call(String tool, String arguments) {
    return new Wish(tool, arguments);
  }

  static Wish report(String line, String subject, String sentence) {
    return new Wish(
        OwnTools.REPORT,
        JSON.createObjectNode()
            .put("subject", subject)
            .put("sentence", sentence)
            .set("lines", JSON.createArrayNode().add(line))
            .toString());
  }

  static Wish conclude() {
    return new Wish(OwnTools.CONCLUDE, "{}");
  }

  @Override
  public Answer ask(ChatRequest request, Errand errand) {
    requests.add(request);
    errands.add(errand);
    var said =
        requests.size() > script.size()
            ? calls(conclude())
            : script.get(requests.size() - 1).apply(request);
    return switch (said) {
      case Said.Failing(var trouble) -> new Answer.Failed(trouble);
      case Said.Words words -> new Answer.Replied(reply(words, request), served(errand.tier()));
    };
  }

  private static Served served(Tier tier) {
    boolean local = tier == Tier.LOCAL;
    return new Served(
        local ? "home" : "away",
        local ? LOCAL : FRONTIER,
        tier,
        1,
        Duration.ZERO,
        Duration.ofMillis(5),
        local ? BigDecimal.ZERO : new BigDecimal("0.01"));
  }

  private static Reply reply(Said.Words words, ChatRequest request) {
    var calls = new ArrayList<ChatMessage.Call>();
    var called = new ArrayList<Reply.Called>();
    for (var wish : words.calls()) {
      var id = String.format("%09d", IDS.incrementAndGet());
      calls.add(new ChatMessage.Call(id, wish.tool(), wish.arguments()));
      called.add(called(id, wish, request));
    }
    var message = new ChatMessage.Assistant(words.text(), calls, Optional.empty());
    return new Reply(message, called, words.ending(), words.usage(), LOCAL, List.of());
  }

  private static Reply.Called called(String id, Wish wish, ChatRequest request) {
    if (request.tools().tool(wish.tool()).isEmpty()) {
      return new Reply.Called.Unusable(id, wish.tool(), "there is no tool " + wish.tool());
    }
    try {
      return new Reply.Called.Usable(
          id, wish.tool(), new Arguments((ObjectNode) JSON.readTree(wish.arguments())));
    } catch (JsonProcessingException e) {
      return new Reply.Called.Unusable(id, wish.tool(), "the arguments are no JSON");
    }
  }

  List<ChatRequest> requests() {
    return List.copyOf(requests);
  }

  List<Errand> errands() {
    return List.copyOf(errands);
  }

  /** Every text of the last request. */
  String lastSeen() {
    return text(requests.getLast());
  }

  static String text(ChatRequest request) {
    var text = new StringBuilder();
    for (var message : request.messages()) {
      text.append(
              switch (message) {
                case ChatMessage.Instructions(var words) -> words;
                case ChatMessage.User(var words) -> words;
                case ChatMessage.Result(_, var words) -> words;
                case ChatMessage.Assistant(var words, _, _) -> words;
              })
          .append('\n');
    }
    return text.toString();
  }
}
