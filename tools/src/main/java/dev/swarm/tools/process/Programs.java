package dev.swarm.tools.process;

import dev.swarm.tools.host.CommandResult.NotStarted;
import dev.swarm.tools.host.Failure;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds a program on a fixed path; the path of whoever starts us is never looked at.
 *
 * <p>A file that is neither a binary nor starts with {@code #!} is refused: both the JDK and
 * execvp(3) would hand it to a shell.
 */
final class Programs {
  /** Where programs are looked up, in this order. */
  static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/local/sbin"),
          Path.of("/usr/local/bin"),
          Path.of("/usr/sbin"),
          Path.of("/usr/bin"),
          Path.of("/sbin"),
          Path.of("/bin"),
          Path.of("/opt/homebrew/bin"));

  /** A program that can be run, or why it cannot. */
  sealed interface Lookup {
    record Found(Path program) implements Lookup {}

    record Missing(NotStarted reason) implements Lookup {}
  }

  private final List<Path> folders;

  Programs(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  Lookup find(String name) {
    if (name.startsWith("/")) {
      Path program = Path.of(name);
      return Files.exists(program)
          ? judge(program)
          : missing(Failure.ABSENT, "is not installed", name);
    }
    if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
      return missing(Failure.BROKEN, "is neither a plain name nor an absolute path", name);
    }
    Lookup last = missing(Failure.ABSENT, "is not installed", name);
    for (Path folder : folders) {
      Path candidate = folder.resolve(name);
      if (Files.exists(candidate)) {
        last = judge(candidate);
        if (last instanceof Lookup.Found) {
          return last;
        }
      }
    }
    return last;
  }

  private static Lookup judge(Path program) {
    String name = program.toString();
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      return missing(Failure.DENIED, "may not be executed", name);
    }
    return isProgram(program)
        ? new Lookup.Found(program)
        : missing(Failure.BROKEN, "is neither a binary nor a script with an interpreter", name);
  }

  private static boolean isProgram(Path program) {
    try (InputStream in = new FileInputStream(program.toString())) {
      byte[] start = in.readNBytes(4);
      boolean script = start.length > 1 && start[0] == '#' && start[1] == '!';
      return script || isBinary(start);
    } catch (IOException e) {
      return !Files.isReadable(program); // execute-only: a script would not run either
    }
  }

  /** ELF, and the Mach-O and universal formats of macOS. */
  private static boolean isBinary(byte[] start) {
    if (start.length < 4) {
      return false;
    }
    int magic = ByteBuffer.wrap(start).getInt();
    return switch (magic) {
      case 0x7F454C46, 0xCFFAEDFE, 0xCEFAEDFE, 0xCAFEBABE -> true;
      default -> false;
    };
  }

  private static Lookup missing(Failure why, String reason, String name) {
    return new Lookup.Missing(new NotStarted(why, "could not run " + name + ": it " + reason));
  }
}
