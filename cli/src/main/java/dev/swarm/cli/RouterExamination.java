package dev.swarm.cli;

import dev.swarm.router.Trouble;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.Endpoints;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.exchange.Probed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Examines one router for real, and says in one line how it does or how to mend it. */
final class RouterExamination {
  /** An area with its tools and results fits into it. */
  private static final int ENOUGH = 8192;

  private final RouterWire wire;
  private final Endpoint configured;

  RouterExamination(RouterWire wire, Endpoint configured) {
    this.wire = wire;
    this.configured = configured;
  }

  /** What came of it. */
  record Diagnosis(boolean good, String line) {}

  /**
   * Looks and tries; blocks.
   *
   * @throws InterruptedException if the caller was
   */
  Diagnosis diagnose() throws InterruptedException {
    var probed = wire.probe(configured);
    if (!probed.reachable() && probed.trouble().isPresent()) {
      return bad(probed.trouble().get());
    }
    if (probed.loading()) {
      return bad("it is loading its model; ask again in a while");
    }
    if (configured.model().isEmpty() && probed.models().size() != 1) {
      return bad(
          probed.models().isEmpty()
              ? "it does not say what it serves; name its 'model'"
              : "it serves several models; name one as its 'model': " + names(probed));
    }
    var router = ModelNames.known(configured, probed);
    if (!probed.models().isEmpty() && probed.model(router.model()).isEmpty()) {
      return bad("it has no model '" + router.model() + "'; it serves " + names(probed));
    }
    return tried(router, new RouterTrial(model(router), router.tier()).run());
  }

  private Endpoints model(Endpoint router) {
    return new Endpoints(List.of(router), wire.doors());
  }

  private Diagnosis tried(Endpoint router, RouterTrial.Result result) {
    return switch (result) {
      case RouterTrial.Result.Fails(var trouble) -> bad(trouble);
      case RouterTrial.Result.Toolless(var instead) ->
          bad(
              "the model "
                  + router.model()
                  + " was asked to call a tool, and "
                  + instead
                  + "; choose one that is made for tools, or start the server with its tool parser"
                  + " (docs/routers.md)");
      case RouterTrial.Result.Works works -> works(router, works);
    };
  }

  private Diagnosis works(Endpoint router, RouterTrial.Result.Works works) {
    var facts = new ArrayList<String>();
    facts.add("reachable");
    if (!(router.key() instanceof KeySource.None)) {
      facts.add("key accepted");
    }
    facts.add("model " + router.model());
    facts.add("tools work");
    router.context().ifPresent(tokens -> facts.add("context " + tokens));
    facts.add(
        String.format(Locale.ROOT, "first token after %.2f s", works.first().toMillis() / 1000.0));
    works.speed().ifPresent(speed -> facts.add(String.format(Locale.ROOT, "%.0f tokens/s", speed)));
    var told = String.join(", ", facts);
    if (router.context().isPresent() && router.context().getAsInt() < ENOUGH) {
      return bad(
          told
              + "; a context of "
              + ENOUGH
              + " is what an area needs: start the server with more (llama-server -c, Ollama"
              + " OLLAMA_CONTEXT_LENGTH, vLLM --max-model-len)");
    }
    return inTheClear(router)
        ? bad(told + "; its key travels unencrypted: use https")
        : new Diagnosis(true, line(told));
  }

  private static boolean inTheClear(Endpoint router) {
    return "http".equals(router.url().getScheme())
        && !(router.key() instanceof KeySource.None)
        && !loopback(router.url().getHost());
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static String names(Probed probed) {
    return probed.models().stream()
        .limit(10)
        .map(one -> one.names().getFirst())
        .collect(Collectors.joining(", "));
  }

  private Diagnosis bad(Trouble trouble) {
    return bad(trouble.detail());
  }

  private Diagnosis bad(String what) {
    return new Diagnosis(false, line(what));
  }

  private String line(String what) {
    return "router " + configured.name() + ": " + what.replaceAll("\\s+", " ");
  }
}
