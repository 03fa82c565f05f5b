package dev.swarm.router.scripted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that a server does and should not. */
public sealed interface Mischief permits Deviation, Fault {

  /** The constant's name. */
  String name();

  /** One line for people. */
  String description();

  /** By its name, in any case, with - or _. */
  static Optional<Mischief> named(String name) {
    var constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    var all = new ArrayList<Mischief>(List.of(Deviation.values()));
    all.addAll(Arrays.asList(Fault.values()));
    return all.stream().filter(one -> one.name().equals(constant)).findFirst();
  }

  /** What is done, and when. */
  record Chosen(Occasion when, Mischief what) {}
}
