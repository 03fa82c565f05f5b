package dev.swarm.loadtest.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** LangChain4j's own agent loop, with the playbook as its model. */
class LangChain4jTest {
  private static ServedPlaybook playbook;

  @BeforeAll
  static void serve() throws TimeoutException {
    playbook = ServedPlaybook.start();
  }

  @AfterAll
  static void stop() {
    playbook.close();
  }

  /** A tool named and printing like swarm's. */
  static final class Disks {
    private final AtomicInteger runs = new AtomicInteger();

    @Tool(name = "filesystems", value = "Space and inodes of every local file system.")
    String filesystems() {
      runs.incrementAndGet();
      return ServedPlaybook.DF;
    }
  }

  interface Auditor {
    String audit(String question);
  }

  interface StreamingAuditor {
    TokenStream audit(String question);
  }

  @Test
  void its_loop_runs_the_tool_once_and_gets_the_verdict_with_its_lines() {
    var disks = new Disks();
    var auditor =
        AiServices.builder(Auditor.class)
            .chatModel(
                OpenAiChatModel.builder()
                    .baseUrl(playbook.url())
                    .apiKey("a-key")
                    .modelName("swarm-playbook")
                    .build())
            .tools(disks)
            .build();
    holds(auditor.audit("Is anything wrong with the disks of this machine?"), disks);
  }

  @Test
  void its_streaming_loop_gets_the_same() throws Exception {
    var disks = new Disks();
    var model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(playbook.url())
            .apiKey("a-key")
            .modelName("swarm-playbook")
            .build();
    var auditor =
        AiServices.builder(StreamingAuditor.class).streamingChatModel(model).tools(disks).build();
    var text = new CompletableFuture<String>();
    auditor
        .audit("Is anything wrong with the disks of this machine?")
        .onPartialResponse(_ -> {})
        .onCompleteResponse(response -> text.complete(response.aiMessage().text()))
        .onError(text::completeExceptionally)
        .start();
    holds(text.get(30, TimeUnit.SECONDS), disks);
  }

  private static void holds(String answer, Disks disks) {
    assertTrue(answer.contains("critical: / is 97"), answer);
    assertTrue(answer.contains("[storage.space]"), answer);
    assertTrue(answer.contains("filesystems:2| /dev/vda1"), answer);
    assertTrue(!answer.contains("/dev/vdb1"), answer);
    assertEquals(1, disks.runs.get());
  }
}
