package dev.swarm.coordinator;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which messages of each process came by. Serial numbers arrive nearly in order, so a window of
 * them is remembered; whatever is older than the window counts as seen. One thread.
 */
final class Serials {
  /** More than any process has under way at once. */
  private static final int WINDOW = 4096;

  private final Map<String, Window> windows = new HashMap<>();

  private static final class Window {
    private long first = 1;
    private BitSet seen = new BitSet();
  }

  boolean seen(String process, long serial) {
    var window = windows.get(process);
    return window != null && seen(window, serial);
  }

  /** Remembers the message; false if it was here before. */
  boolean first(String process, long serial) {
    var window = windows.computeIfAbsent(process, _ -> new Window());
    if (serial < 1 || seen(window, serial)) {
      return false;
    }
    if (serial - window.first >= 2L * WINDOW) {
      slide(window, serial - WINDOW);
    }
    window.seen.set((int) (serial - window.first));
    return true;
  }

  private static void slide(Window window, long first) {
    long by = first - window.first;
    window.seen =
        by >= window.seen.length() ? new BitSet() : window.seen.get((int) by, window.seen.length());
    window.first = first;
  }

  private static boolean seen(Window window, long serial) {
    return serial < window.first
        || (serial - window.first <= Integer.MAX_VALUE
            && window.seen.get((int) (serial - window.first)));
  }
}
