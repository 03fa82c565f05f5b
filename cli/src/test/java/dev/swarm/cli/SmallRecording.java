package dev.swarm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording of a machine of which little is known, so that auditing it is quick. */
final class SmallRecording {
  private SmallRecording() {}

  /** In {@code folder}: a machine with a full /var and nothing else said. */
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(
        folder.resolve("out/df.txt"),
        """
        Filesystem     Type     1B-blocks        Used       Avail  Inodes IUsed   IFree Mounted on
        /dev/sda1      ext4   21000000000 10000000000 10000000000 1310720 40000 1270720 /
        /dev/sda2      ext4   21000000000 20900000000   100000000 1310720 40000 1270720 /var
        """);
    return manifest(
        folder,
        """
        {"recordingVersion":1,"platform":"linux","hostname":"little","uid":0,
         "recordedAt":"2026-11-20T19:45:00Z",
         "commands":[{"argv":["df","-l","-B1",
           "--output=source,fstype,size,used,avail,itotal,iused,iavail,target"],
           "exit":0,"stdout":"out/df.txt"}]}
        """);
  }

  /** A recording with that manifest. */
  static Path manifest(Path folder, String json) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("manifest.json"), json);
    return folder;
  }
}
