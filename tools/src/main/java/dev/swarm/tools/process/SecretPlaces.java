package dev.swarm.tools.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that hold secrets and that no tool needs, seen as empty in the sandbox. Only
 * root's home and the user's own are covered: to look into others could wake an automounter.
 *
 * @param files that we could read, seen as empty files
 * @param folders that we could read, seen as empty folders
 */
record SecretPlaces(List<Path> files, List<Path> folders) {
  private static final List<String> SYSTEM =
      List.of("/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/krb5.keytab");

  private static final List<String> AT_HOME =
      List.of(
          ".ssh",
          ".gnupg",
          ".aws",
          ".azure",
          ".kube",
          ".config/gcloud",
          ".docker/config.json",
          ".netrc",
          ".pgpass",
          ".my.cnf",
          ".git-credentials");

  /**
   * Programs that read the password files to say which accounts are locked or expired, and those
   * that look at names, owners, permissions and mounts only, which hiding would falsify.
   */
  private static final Set<String> SEE_ALL =
      Set.of("passwd", "chage", "pwck", "grpck", "stat", "ls", "find", "du", "df", "namei", "lsof");

  SecretPlaces {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  static SecretPlaces onThisMachine(Path home) {
    Stream<Path> places =
        Stream.concat(
            SYSTEM.stream().map(Path::of),
            Stream.of(Path.of("/root"), home).distinct().flatMap(SecretPlaces::in));
    List<Path> existing = places.filter(Files::isReadable).toList();
    return new SecretPlaces(
        existing.stream().filter(place -> !Files.isDirectory(place)).toList(),
        existing.stream().filter(Files::isDirectory).toList());
  }

  private static Stream<Path> in(Path home) {
    return AT_HOME.stream().map(home::resolve);
  }

  /** Arguments for bwrap that hide them from a program. */
  List<String> hiddenFrom(Path program) {
    if (SEE_ALL.contains(String.valueOf(program.getFileName()))) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    files.forEach(f -> arguments.addAll(List.of("--ro-bind", "/dev/null", f.toString())));
    folders.forEach(
        f -> arguments.addAll(List.of("--tmpfs", f.toString(), "--remount-ro", f.toString())));
    return arguments;
  }
}
