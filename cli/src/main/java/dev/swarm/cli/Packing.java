package dev.swarm.cli;

import dev.swarm.protocol.Area;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.PackedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** A step of the build: packs the built-in definitions, so that a cold start need not scan YAML. */
final class Packing {
  private Packing() {}

  /** Writes the pack to the file that {@code args} names. */
  public static void main(String[] args) throws IOException {
    var files = new LinkedHashMap<String, String>();
    for (var kind : List.of("tools", "checks")) {
      for (var area : Area.STANDARD) {
        var name = kind + "/" + area + ".yaml";
        Definitions.builtIn(name).ifPresent(file -> files.put(name, file.text()));
      }
    }
    var target = Path.of(args[0]);
    Files.createDirectories(target.getParent());
    try (var out = Files.newOutputStream(target)) {
      PackedYaml.pack(files, out);
    }
    System.out.println("packed " + files.size() + " files of definitions");
  }
}
