package dev.swarm.router.scripted;

/**
 * What a transport does wrong, whatever the answer. How far it goes is in {@link Faulting}; the
 * connection is of no use afterwards.
 */
public enum Fault implements Mischief {
  SILENCE("the request is read, and nothing ever comes", (wire, answer, how) -> {}),
  HEAD_THEN_SILENCE("the headers come, and then nothing", Plays::headOnly),
  CLOSED_AT_ONCE("the connection is closed before a byte", (wire, answer, how) -> wire.close()),
  RESET_AT_ONCE("the connection is reset before a byte", (wire, answer, how) -> wire.reset()),
  CLOSED("the connection is closed after some bytes", Plays::closed),
  RESET("the connection is reset after some bytes", Plays::reset),
  STALL("some bytes come, and then nothing", Plays::stall),
  COMMENTS_ONLY("a stream begins, and then only comments come, for ever", Plays::comments),
  DRIBBLE("a byte comes now and then", Plays::dribble),
  DRIBBLED_HEADERS("a header comes now and then, and never the last", Plays::drippedHeaders),
  TWO_ANSWERS("the answer comes twice, though one was asked for", Plays::twice),
  SHORT_LENGTH("the content length says less than what comes", Plays::shortLength),
  LONG_LENGTH("the content length says more than what comes", Plays::longLength),
  EMPTY_BODY("200, and nothing in it", Bodies.fixed(200, Answer.JSON, "")),
  NO_CONTENT("204", Bodies.fixed(204, Answer.JSON, "")),
  HTML_PAGE("200, and a page of a proxy", Bodies.fixed(200, "text/html", Bodies.PAGE)),
  HTML_ERROR("502, and a page of a proxy", Bodies.fixed(502, "text/html", Bodies.BAD_GATEWAY)),
  PLAIN_TEXT("200, and a text", Bodies.fixed(200, "text/plain", "Ollama is running")),
  TRUNCATED_JSON("200, and half of a JSON text", Bodies::truncated),
  TRAILING_GARBAGE("the reply, and then something else", Bodies::trailing),
  BYTE_ORDER_MARK("the reply after a byte order mark", Bodies::marked),
  WRONG_TYPE("the reply as application/octet-stream", Bodies::mistyped),
  INVALID_UTF8("bytes in a text that are no UTF-8", Bodies::invalidUtf8),
  LONE_SURROGATE("half of a character, escaped", Bodies::loneSurrogate),
  NUL_BYTES("zeros, and nothing else", Floods::zeros),
  DEEP_JSON("JSON that is far too deep", Floods::deep),
  MANY_CALLS("far too many calls", Floods::calls),
  MANY_CHOICES("far too many choices", Floods::choices),
  HUGE_NUMBER("a number with far too many digits", Floods::number),
  HUGE_BODY("one text of many bytes, with its length", Floods::hugeBody),
  ENDLESS_BODY("one text without an end", Floods::endlessBody),
  ENDLESS_STREAM("events without an end", Floods::endlessStream),
  ENDLESS_LINE("one event without an end", Floods::endlessLine),
  ENDLESS_COMMENTS("comments without an end, as fast as they are taken", Floods::endlessComments),
  ENDLESS_CHUNKS("chunks of a byte without an end", Floods::endlessChunks),
  ENDLESS_HEADERS("headers without an end", Floods::endlessHeaders),
  ENDLESS_HEADER("one header without an end", Floods::endlessHeader),
  ENDLESS_CONTINUE("100 Continue, again and again", Floods::endlessContinue),
  GZIP_BOMB("a body that unpacks to far more", Floods::gzipBomb),
  BROKEN_GZIP("it says gzip, and is none", Bodies::brokenGzip),
  REDIRECT("307 to another host", Bodies::redirect),
  REDIRECT_LOOP("307 to itself", Bodies::loop),
  NOT_HTTP("bytes that are no HTTP", Bodies.raw("SSH-2.0-OpenSSH_9.2p1\r\n")),
  BAD_STATUS("a status that is no number", Bodies.raw("HTTP/1.1 OK 200\r\n\r\n")),
  BAD_CHUNK("a chunk without a length", Bodies.raw(Bodies.CHUNKED + "zz\r\nhello\r\n")),
  SWITCHED("101 Switching Protocols", Bodies.raw(Bodies.UPGRADED));

  private final String description;
  private final Play play;

  Fault(String description, Play play) {
    this.description = description;
    this.play = play;
  }

  @Override
  public String description() {
    return description;
  }

  void play(RawWire wire, Answer answer, Faulting how) {
    play.on(wire, answer, how);
  }

  /** Plays an answer in its own way. */
  interface Play {
    void on(RawWire wire, Answer answer, Faulting how);
  }
}
