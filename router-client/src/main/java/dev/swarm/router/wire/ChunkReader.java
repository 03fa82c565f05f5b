package dev.swarm.router.wire;

import dev.swarm.router.chat.Reply.Usage;
import java.io.IOException;

/** Reads one event, in one pass and without a tree. One use. */
final class ChunkReader {
  private final Tokens tokens;
  private String model = "";
  private boolean listed;
  private boolean answered;
  private boolean failed;
  private boolean whole;
  private Piece piece = Piece.NOTHING;
  private String finish = "";
  private Usage usage = Usage.UNKNOWN;
  private Usage timings = Usage.UNKNOWN;
  private String error = "";

  private ChunkReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The event in these bytes.
   *
   * @throws IOException if they are no JSON object in UTF-8, or one beyond the limits
   */
  static Chunk read(byte[] bytes, int from, int to) throws IOException {
    Utf8.check(bytes, from, to);
    try (var tokens = Tokens.of(bytes, from, to)) {
      var reader = new ChunkReader(tokens);
      tokens.begin();
      var _ = tokens.object(reader::root);
      tokens.end();
      return reader.chunk(bytes, from, to);
    }
  }

  private Chunk chunk(byte[] bytes, int from, int to) {
    boolean odd = error.isEmpty() && !listed && !usage.known();
    var text = odd ? Ascii.text(bytes, from, to) : "";
    var used = usage.known() ? usage : timings;
    var failure = failed ? text : error;
    return new Chunk(model, answered, whole, piece, finish, used, failure, text);
  }

  private void root(String name) throws IOException {
    switch (name) {
      case "choices" -> choices();
      case "model" -> model = tokens.text();
      case "usage" -> usage = new UsageReader(tokens).usage();
      case "timings" -> timings = new UsageReader(tokens).usage();
      case "error" -> error = ChoiceReader.error(tokens);
      // the older vLLM's errors have no field of that name
      case "object" -> failed = tokens.text().equals("error");
      default -> tokens.skip();
    }
  }

  private void choices() throws IOException {
    listed = true;
    answered = false;
    tokens.list(() -> choice(new ChoiceReader(tokens)));
  }

  private void choice(ChoiceReader reader) throws IOException {
    if (!reader.read() || reader.index() != 0) {
      return;
    }
    answered = true;
    whole = reader.whole();
    piece = reader.piece();
    finish = reader.finish();
    if (!reader.error().isEmpty()) {
      error = reader.error();
    }
  }
}
