package dev.swarm.tools.text;

/**
 * Which code points are not seen: controls, formatting, private use, lone surrogates, separators of
 * lines, and the rest of Unicode's Default_Ignorable_Code_Point (Unicode 16,
 * DerivedCoreProperties).
 */
public final class Invisible {
  private Invisible() {}

  /** Whether this code point leaves no mark where it is printed. */
  public static boolean is(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint < ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> !isSign(codePoint);
      case Character.UNASSIGNED -> isNoncharacter(codePoint) || isIgnorable(codePoint);
      default -> isIgnorable(codePoint);
    };
  }

  /** Arabic, Syriac and Kaithi number and verse signs are of type Cf and are seen. */
  private static boolean isSign(int c) {
    return (c >= 0x0600 && c <= 0x0605)
        || c == 0x06DD
        || c == 0x070F
        || c == 0x0890
        || c == 0x0891
        || c == 0x08E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** Marks, fillers and variation selectors without a glyph. */
  private static boolean isIgnorable(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x2065
        || c == 0x3164
        || isVariationSelector(c)
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F);
  }
}
