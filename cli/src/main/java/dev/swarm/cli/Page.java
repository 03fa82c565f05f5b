package dev.swarm.cli;

/** A page of labelled paragraphs, wrapped to the terminal. */
final class Page {
  private static final int GUTTER = 12;

  private final StringBuilder page = new StringBuilder();
  private final int width;

  Page(int width) {
    this.width = Math.clamp(width, 60, 160);
  }

  /** A line that stands at the margin. */
  Page title(String text) {
    page.append(text).append('\n');
    return this;
  }

  /** A label and its text; each line of the text begins a line. Empty text is left out. */
  Page entry(String label, String text) {
    var gutter = pad(label);
    for (var line : text.strip().split("\n")) {
      if (!line.isBlank()) {
        wrap(gutter, line.strip());
        gutter = pad("");
      }
    }
    return this;
  }

  private void wrap(String first, String line) {
    var gutter = first;
    int room = width - GUTTER;
    var rest = line;
    while (rest.length() > room) {
      int blank = rest.lastIndexOf(' ', room);
      int cut = blank > 0 ? blank : room;
      page.append(gutter).append(rest, 0, cut).append('\n');
      rest = rest.substring(cut).strip();
      gutter = pad("");
    }
    page.append(gutter).append(rest).append('\n');
  }

  private static String pad(String label) {
    return label + " ".repeat(Math.max(1, GUTTER - label.length()));
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
