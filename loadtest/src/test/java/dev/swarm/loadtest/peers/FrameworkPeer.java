package dev.swarm.loadtest.peers;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The work of a load test by LangChain4j's own agent loop. Prints one line. */
public final class FrameworkPeer {
  private static final int REMEMBERED = 100;

  private FrameworkPeer() {}

  /** What the framework turns into a loop. */
  interface Assistant {
    String work(String task);
  }

  /** Arguments: those of {@link PeerWork#of}. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    var work = PeerWork.of(args);
    ChatModel model =
        OpenAiChatModel.builder().baseUrl(args[0]).apiKey("none").modelName("scripted").build();
    work.time(
        "langchain4j",
        number -> {
          String _ =
              AiServices.builder(Assistant.class)
                  .chatModel(model)
                  .chatMemory(MessageWindowChatMemory.withMaxMessages(REMEMBERED))
                  .tools(tools(work, number))
                  .build()
                  .work("Task " + number);
        });
  }

  private static Map<ToolSpecification, ToolExecutor> tools(PeerWork work, int number) {
    var tools = new LinkedHashMap<ToolSpecification, ToolExecutor>();
    for (var name : work.tools(number)) {
      var specification =
          ToolSpecification.builder()
              .name(name)
              .description("Looks at the machine.")
              .parameters(JsonObjectSchema.builder().build())
              .build();
      tools.put(specification, (_, _) -> ran(name));
    }
    return tools;
  }

  private static String ran(String tool) {
    try {
      return PeerWork.run(tool);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
