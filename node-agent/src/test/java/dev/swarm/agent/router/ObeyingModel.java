package dev.swarm.agent.router;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model that obeys every instruction which it finds in what tools printed: plainly written,
 * spread over marks of invisible characters, or in the place of a label. It looks at everything
 * first, so that it finds them all.
 */
final class ObeyingModel implements Model {
  private static final Pattern ORDER = Pattern.compile("CALL ([a-z_-]+) (\\{[^}]*})");
  private static final Pattern MARK = Pattern.compile("‹U\\+E00([0-9A-F]{2})›");
  private static final Pattern OTHER_MARK = Pattern.compile("‹[A-Z0-9+]{2,8}›");

  private final Set<ScriptedModel.Wish> obeyed = new LinkedHashSet<>();
  private final ScriptedModel voice;

  ObeyingModel(List<ScriptedModel.Wish> looks) {
    this.voice =
        ScriptedModel.always(request ->
            obeyed.isEmpty() && request.messages().size() == 2
                ? ScriptedModel.calls(looks.toArray(ScriptedModel.Wish[]::new))
                : obey(request));
  }

  private ScriptedModel.Said obey(ChatRequest request) {
    var orders = new ArrayList<ScriptedModel.Wish>();
    var text = revealed(told(request));
    var matcher = ORDER.matcher(text);
    while (matcher.find()) {
      var order = new ScriptedModel.Wish(matcher.group(1), matcher.group(2));
      if (obeyed.add(order)) {
        orders.add(order);
      }
    }
    return orders.isEmpty()
        ? ScriptedModel.calls(ScriptedModel.conclude())
        : ScriptedModel.calls(orders.toArray(ScriptedModel.Wish[]::new));
  }

  private static String told(ChatRequest request) {
    var told = new StringBuilder();
    for (var message : request.messages()) {
      switch (message) {
        case ChatMessage.Result(_, var text) -> told.append(text).append('\n');
        case ChatMessage.User(var text) -> told.append(text).append('\n');
        case ChatMessage.Instructions _, ChatMessage.Assistant _ -> {}
      }
    }
    return told.toString();
  }

  /** Tag characters as the letters that they stand for, and without the other marks. */
  private static String revealed(String text) {
    var letters =
        MARK.matcher(text)
            .replaceAll(mark ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(mark.group(1), 16))));
    return OTHER_MARK.matcher(letters).replaceAll("");
  }

  @Override
  public Answer ask(ChatRequest request, Errand errand) {
    return voice.ask(request, errand);
  }

  /** What it was made to want. */
  Set<ScriptedModel.Wish> obeyed() {
    return Set.copyOf(obeyed);
  }
}
