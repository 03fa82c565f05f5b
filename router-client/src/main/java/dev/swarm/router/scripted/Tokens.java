package dev.swarm.router.scripted;

/** How this server counts tokens: it has no tokenizer, and says 3.5 bytes a token. */
final class Tokens {
  private Tokens() {}

  static int of(int bytes) {
    return (int) Math.ceil(bytes / 3.5);
  }

  static int of(String text) {
    return of(text.length());
  }
}
