package dev.swarm.tools;

import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The node's own rules for what may run, whoever asks.
 *
 * @param contained whether a sandbox holds the tools
 * @param trusted the node's own file says {@code sandbox: none}: free arguments without a sandbox
 * @param forbidden tools that this node never runs
 * @param reachable hosts, and endpoints as {@code HOST:PORT}, that a model may have asked for: what
 *     the lists of the node's own file name
 */
public record Guard(
    boolean contained, boolean trusted, Set<String> forbidden, Set<String> reachable) {
  private static final Set<Parameter.Type> FREE =
      Set.of(Parameter.Type.PATH, Parameter.Type.PATTERN);

  /** Arguments that name somebody on the network: whoever chooses them could send words there. */
  private static final Set<Parameter.Type> OUTWARD =
      Set.of(Parameter.Type.HOST, Parameter.Type.ENDPOINT);

  private static final Pattern HOST_OF = Pattern.compile("\\[?([^\\[\\]/]+)]?:[0-9]{1,5}");

  public Guard {
    forbidden = Set.copyOf(forbidden);
    reachable = reachable.stream().map(Guard::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** Rules under which a model reaches nobody. */
  public Guard(boolean contained, boolean trusted, Set<String> forbidden) {
    this(contained, trusted, forbidden, Set.of());
  }

  /**
   * The same, where a model may also ask for {@code names}, the lists of the node's own file, and
   * for the hosts of the endpoints among them.
   */
  public Guard reaching(Collection<String> names) {
    var all = new HashSet<>(names);
    names.stream()
        .map(name -> HOST_OF.matcher(name.strip()))
        .filter(Matcher::matches)
        .forEach(endpoint -> all.add(endpoint.group(1)));
    return new Guard(contained, trusted, forbidden, all);
  }

  /** Why {@code call} may not run here; empty if it may. */
  Optional<String> refusal(Tool tool, ToolCall call) {
    if (forbidden.contains(tool.name())) {
      return Optional.of("this node's own file forbids the tool " + tool.name());
    }
    return call.caller() == ToolCall.Caller.MODEL
        ? unsandboxed(tool, call).or(() -> unlisted(tool, call))
        : Optional.empty();
  }

  private Optional<String> unsandboxed(Tool tool, ToolCall call) {
    boolean free =
        tool.parameters().stream()
            .anyMatch(parameter ->
                FREE.contains(parameter.type()) && call.arguments().containsKey(parameter.name()));
    return free && !contained && !trusted
        ? Optional.of(
            "without a sandbox a model may not choose paths or patterns; install bubblewrap, or"
                + " write 'sandbox: none' into this node's swarm.yaml")
        : Optional.empty();
  }

  /** A name that is looked up, or a server that is called, hears what stands in its name. */
  private Optional<String> unlisted(Tool tool, ToolCall call) {
    return tool.parameters().stream()
        .filter(parameter -> OUTWARD.contains(parameter.type()))
        .filter(parameter -> call.arguments().containsKey(parameter.name()))
        .filter(parameter -> !reachable.contains(plain(call.arguments().get(parameter.name()))))
        .findFirst()
        .map(parameter ->
            "a model may give '"
                + parameter.name()
                + "' only what a list of this node's swarm.yaml names");
  }

  private static String plain(String name) {
    var lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
