package dev.swarm.tools.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds all of many words in one pass over a text, ASCII case ignored: the automaton of Aho and
 * Corasick (CACM 18(6), 1975), completed to a table. Immutable; any thread.
 */
final class Words {
  private static final int ASCII = 128;

  /** What hears of each word found. */
  interface Listener {
    /** The word of this number begins at {@code start} and ends before {@code end}. */
    void found(int word, int start, int end);
  }

  private final List<String> words;
  private final byte[] classOf = new byte[ASCII];
  private final int classes;
  private final char[] next;
  private final int[][] endingAt;

  Words(List<String> words) {
    this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    this.classes = number(this.words);
    int limit = this.words.stream().mapToInt(String::length).sum() + 1;
    if (limit > Character.MAX_VALUE) {
      throw new IllegalArgumentException("too many words: " + limit + " letters");
    }
    this.next = new char[limit * classes];
    this.endingAt = new int[limit][];
    complete(plant());
  }

  /** Calls the listener for each word in the text, in the order of their ends. */
  void scan(String text, Listener listener) {
    int state = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      state = next[state * classes + (c < ASCII ? classOf[c] : 0)];
      if (endingAt[state].length > 0) {
        tell(state, at + 1, listener);
      }
    }
  }

  private void tell(int state, int end, Listener listener) {
    for (int word : endingAt[state]) {
      listener.found(word, end - words.get(word).length(), end);
    }
  }

  private static final int[] NONE = {};

  private int number(List<String> lower) {
    int count = 1;
    for (String word : lower) {
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (classOf[c] == 0) {
          classOf[c] = (byte) count;
          classOf[Character.toUpperCase(c)] = (byte) count;
          count++;
        }
      }
    }
    return count;
  }

  /** The trie alone; zero stands for no edge. Returns the number of states. */
  private int plant() {
    Arrays.fill(endingAt, NONE);
    int states = 1;
    for (int number = 0; number < words.size(); number++) {
      int state = 0;
      for (char c : words.get(number).toCharArray()) {
        int edge = state * classes + classOf[c];
        if (next[edge] == 0) {
          next[edge] = (char) states++;
        }
        state = next[edge];
      }
      endingAt[state] = joined(endingAt[state], new int[] {number});
    }
    return states;
  }

  /** Breadth first: a missing edge goes where the longest proper suffix would go. */
  private void complete(int states) {
    int[] suffix = new int[states];
    var queue = new ArrayDeque<Integer>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (int c = 0; c < classes; c++) {
        int edge = state * classes + c;
        int shorter = state == 0 ? 0 : next[suffix[state] * classes + c];
        if (next[edge] == 0) {
          next[edge] = (char) shorter;
        } else {
          int child = next[edge];
          suffix[child] = shorter;
          endingAt[child] = joined(endingAt[child], endingAt[shorter]);
          queue.add(child);
        }
      }
    }
  }

  private static int[] joined(int[] some, int[] more) {
    var all = new ArrayList<Integer>();
    Arrays.stream(some).forEach(all::add);
    Arrays.stream(more).forEach(all::add);
    return all.isEmpty() ? NONE : all.stream().mapToInt(Integer::intValue).toArray();
  }
}
