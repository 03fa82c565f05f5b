package dev.swarm.router.wire;

import dev.swarm.router.chat.Reply;

/** What of a reply had to be mended or is odd; the fixed set of sentences of {@link Reply}. */
public enum Remark {
  EMPTY_BODY("the server sent nothing at all"),
  NO_REASON_TO_END("the reply names no reason why it ended"),
  OTHER_MODEL("another model replied than was asked"),
  REFUSAL("the model refused"),
  THOUGHTS_IN_TEXT("thinking was taken out of the text"),
  CHANNELS_IN_TEXT("channel marks were taken out of the text"),
  RECOVERED("calls were recovered from text"),
  NAME_MENDED("the name of a tool was mended"),
  ID_MISSING("a call had no id"),
  ID_TWICE("two calls had the same id"),
  ARGUMENTS_EMPTY("a call had no arguments"),
  ARGUMENTS_MENDED("the arguments of a call were mended, nothing of them lost"),
  ARGUMENTS_FITTED("arguments were written as the tool's schema wants them, nothing of them lost"),
  CHARACTER_BROKEN("half a character was replaced"),
  CUT_CALLS("the reply ended in the middle of its calls"),
  /** Row 17: asking for the reply in one piece may help. */
  STREAMED_CALL_BROKEN("a call that came in pieces does not parse, or got lost");

  private final String sentence;

  Remark(String sentence) {
    this.sentence = sentence;
  }

  /** As it stands in {@link Reply#remarks}. */
  public String sentence() {
    return sentence;
  }

  /** Whether {@code reply} bears it. */
  public boolean of(Reply reply) {
    return reply.remarks().contains(sentence);
  }
}
