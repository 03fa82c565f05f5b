package dev.swarm.tools.host;

/**
 * What a stream held: UTF-8, bytes that are not UTF-8 written as {@code \xHH}. Past the cap, head
 * and tail are kept with a line between them that says how much is missing.
 *
 * @param omitted bytes that were read and thrown away; 0 if the text is whole
 */
public record Output(String text, long omitted) {
  public static final Output EMPTY = new Output("", 0);

  public Output {
    if (omitted < 0) {
      throw new IllegalArgumentException("omitted bytes are never negative: " + omitted);
    }
  }
}
