package dev.swarm.tools.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A token or private key in base64, as Kubernetes secrets and kubeconfig files hold them: what
 * begins as the code of a known prefix is decoded, and hidden if it decodes to a secret.
 *
 * @param tokens the rules whose tokens are known in this form too
 */
record Encoded(String id, List<Token> tokens) implements Rule {
  private static final int LEAST_PREFIX = 4;
  private static final String PEM = "-----BEGIN ";

  Encoded {
    tokens = List.copyOf(tokens);
  }

  @Override
  public List<String> words() {
    return byWord().keySet().stream().toList();
  }

  private Map<String, List<Token>> byWord() {
    Map<String, List<Token>> found =
        tokens.stream()
            .flatMap(token -> token.words().stream().map(word -> Map.entry(word, token)))
            .filter(entry -> entry.getKey().length() >= LEAST_PREFIX)
            .collect(
                Collectors.groupingBy(
                    entry -> code(entry.getKey()),
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    found.put(code(PEM), List.of());
    return found;
  }

  /** The characters that base64 of anything with this prefix begins with. */
  private static String code(String prefix) {
    String code = Base64.getEncoder().encodeToString(prefix.getBytes(StandardCharsets.US_ASCII));
    return code.substring(0, prefix.length() * 8 / 6);
  }

  @Override
  public Found find(Hit hit) {
    if (!hit.view().tokenMayBegin(hit.start())) {
      return Found.NOTHING;
    }
    int end = hit.start();
    int limit = Math.min(hit.text().length(), end + Patterns.WINDOW);
    while (end < limit && isCode(hit.text().charAt(end))) {
      end++;
    }
    if (!isSecret(decoded(hit.text().substring(hit.start(), end)), hit.patterns())) {
      return new Found(List.of(), end);
    }
    return wrapped(hit, end == limit ? ValueEnd.ofWord(hit.text(), end) : end);
  }

  private static boolean isCode(char c) {
    return Boundary.isWord(c) || c == '+' || c == '/' || c == '-' || c == '=';
  }

  private static String decoded(String code) {
    String standard = code.replace('-', '+').replace('_', '/').replace("=", "");
    int whole = standard.length() % 4 == 1 ? standard.length() - 1 : standard.length();
    return new String(
        Base64.getDecoder().decode(standard.substring(0, whole)), StandardCharsets.ISO_8859_1);
  }

  private boolean isSecret(String plain, Patterns patterns) {
    if (plain.startsWith(PEM)) {
      return plain.substring(0, Math.min(plain.length(), 48)).contains("PRIVATE KEY");
    }
    return tokens.stream().anyMatch(token -> begins(token, plain, patterns));
  }

  private static boolean begins(Token token, String plain, Patterns patterns) {
    return token.words().stream()
        .filter(plain::startsWith)
        .anyMatch(word -> patterns.at(word.length(), token.expression(), plain).isPresent());
  }

  /** The lines below that go on with the same base64, as {@code base64} wraps it. */
  private Found wrapped(Hit hit, int end) {
    String text = hit.text();
    var spans = new ArrayList<Span>();
    spans.add(hit.span(hit.start(), end, id));
    int width = end - hit.start();
    int lineEnd = end;
    boolean full = end == KeyLines.endOfLine(text, end) && width >= KeyLines.FULL;
    while (full && lineEnd < text.length()) {
      int next = KeyLines.endOfLine(text, lineEnd + 1);
      var run =
          KeyLines.lastRun(text, lineEnd + 1, next)
              .filter(it -> it.length() <= width && (it.length() == width || isRest(text, it)));
      run.ifPresent(it -> spans.add(hit.span(it.start(), it.end(), id)));
      full = run.isPresent() && run.get().length() == width;
      lineEnd = next;
    }
    return new Found(spans, spans.getLast().end());
  }

  /** A shorter last line: padded, or of a length that base64 can have. */
  private static boolean isRest(String text, KeyLines.Run run) {
    return text.charAt(run.end() - 1) == '=' || run.length() % 4 == 0;
  }
}
