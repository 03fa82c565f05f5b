package dev.swarm.loadtest.peers;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/**
 * The same work as the swarm's own bench, done by LangChain4j's own agent loop: each task asks a
 * model, runs {@code df -P} on the paths it names, and ends when it says so. Prints one line.
 */
public final class LangChain4jPeer {
  private LangChain4jPeer() {}

  /** What the framework turns into a loop. */
  interface Assistant {
    String work(String task);
  }

  /** The one tool. */
  static final class DiskFree {
    @Tool(name = "disk-free", value = "Free space of the file system that holds a path.")
    String diskFree(@P(name = "path", value = "an absolute path") String path)
        throws IOException, InterruptedException {
      var process = new ProcessBuilder("df", "-P", path).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      return exit == 0 ? text : "exit " + exit + ": " + text;
    }
  }

  /** Arguments: URL of the router, number of tasks, tasks at once. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    var timing = new PeerTiming(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    ChatModel model =
        OpenAiChatModel.builder().baseUrl(args[0]).apiKey("none").modelName("bench").build();
    timing.time(
        "langchain4j",
        number -> {
          String _ =
              AiServices.builder(Assistant.class)
                  .chatModel(model)
                  .chatMemory(MessageWindowChatMemory.withMaxMessages(40))
                  .tools(new DiskFree())
                  .build()
                  .work("Task " + number + ": is any file system full?");
        });
  }
}
