package dev.swarm.loadtest.fleet;

import java.util.HashMap;
import java.util.Map;

/** The arguments of a process of the simulated fleet: {@code name=value}, all of them needed. */
record Options(Map<String, String> values) {
  static Options of(String[] arguments) {
    var values = new HashMap<String, String>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("expected name=value, not " + argument);
      }
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Options(values);
  }

  String text(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "=' is missing");
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }
}
