package dev.swarm.loadtest.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;

/**
 * The work of a load test by the loop that one writes in an afternoon: the JDK's HTTP client,
 * Jackson, a process for each call; no bounds, no proof, no bus, nothing kept. Prints one line.
 */
public final class HandWrittenPeer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PeerWork work;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HandWrittenPeer(PeerWork work) {
    this.work = work;
  }

  /** Arguments: those of {@link PeerWork#of}. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    var peer = new HandWrittenPeer(PeerWork.of(args));
    peer.work.time("hand-written", peer::task);
  }

  private void task(int number) {
    try {
      var messages = JSON.createArrayNode();
      var _ = messages.addObject().put("role", "user").put("content", "Task " + number);
      var tools = tools(number);
      while (turn(messages, tools)) {
        // the model wants another tool
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks once, and does what the model wants; whether it wants anything more. */
  private boolean turn(ArrayNode messages, ArrayNode tools)
      throws IOException, InterruptedException {
    var said = ask(messages, tools);
    var _ = messages.add(said);
    for (var call : said.path("tool_calls")) {
      var _ =
          messages
              .addObject()
              .put("role", "tool")
              .put("tool_call_id", call.path("id").asText())
              .put("content", PeerWork.run(call.path("function").path("name").asText()));
    }
    return !said.path("tool_calls").isEmpty();
  }

  private JsonNode ask(ArrayNode messages, ArrayNode tools)
      throws IOException, InterruptedException {
    var body = JSON.createObjectNode().put("model", "scripted");
    var _ = body.set("messages", messages);
    var _ = body.set("tools", tools);
    var request =
        HttpRequest.newBuilder(URI.create(work.url() + "/chat/completions"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("the router answered " + response.statusCode());
    }
    return JSON.readTree(response.body()).path("choices").path(0).path("message");
  }

  private ArrayNode tools(int number) {
    var tools = JSON.createArrayNode();
    for (var name : work.tools(number)) {
      var function = tools.addObject().put("type", "function").putObject("function");
      var _ = function.put("name", name).put("description", "Looks at the machine.");
      var _ = function.putObject("parameters").put("type", "object").putObject("properties");
    }
    return tools;
  }
}
