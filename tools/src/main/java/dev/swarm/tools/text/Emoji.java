package dev.swarm.tools.text;

/** The two invisible characters that emoji need (Unicode Technical Standard 51). */
final class Emoji {
  private static final int JOINER = 0x200D;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;

  private Emoji() {}

  /** Whether the code point at this index joins two emoji, or chooses the style of one. */
  static boolean needs(String text, int at, int codePoint) {
    if (at == 0 || (codePoint != JOINER && codePoint != TEXT_STYLE && codePoint != EMOJI_STYLE)) {
      return false;
    }
    int before = text.codePointBefore(at);
    if (codePoint == JOINER) {
      return at + 1 < text.length()
          && Character.isExtendedPictographic(text.codePointAt(at + 1))
          && (isPictured(before)
              || (before == EMOJI_STYLE && at > 1 && isPictured(text.codePointBefore(at - 1))));
    }
    boolean ascii = before < 0x80;
    return Character.isEmoji(before) && (!ascii || text.startsWith("\u20E3", at + 1));
  }

  private static boolean isPictured(int codePoint) {
    return codePoint > 0x80
        && (Character.isExtendedPictographic(codePoint) || Character.isEmojiModifier(codePoint));
  }
}
