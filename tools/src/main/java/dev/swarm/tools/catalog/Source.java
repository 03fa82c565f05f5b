package dev.swarm.tools.catalog;

import java.util.List;

/** Where a form reads; texts may hold {@code {parameter}}. */
public sealed interface Source {

  record Argv(List<String> words) implements Source {
    public Argv {
      words = List.copyOf(words);
    }
  }

  record Files(List<String> globs) implements Source {
    public Files {
      globs = List.copyOf(globs);
    }
  }

  record Directories(List<String> globs) implements Source {
    public Directories {
      globs = List.copyOf(globs);
    }
  }

  /** A built-in reader of many small files: {@code processes}, {@code open-deleted} … */
  record Reader(String name) implements Source {}
}
