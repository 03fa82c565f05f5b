package dev.swarm.bus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberMemoryTest {
  private static final HostPort NAMED = new HostPort("127.0.0.1", 7610);

  @TempDir private Path folder;

  @Test
  void whoever_was_met_and_still_opens_is_knocked_at_beside_those_that_are_named()
      throws Exception {
    try (var open = listening()) {
      try (var gone = listening()) {
        memory().keep(List.of(at(open), at(gone)));
      }
      assertEquals(List.of(NAMED, at(open)), memory().doors(List.of(NAMED)));
    }
  }

  @Test
  void whoever_is_not_met_any_more_is_forgotten() throws Exception {
    try (var one = listening();
        var other = listening()) {
      memory().keep(List.of(at(one), at(other)));
      memory().keep(List.of(at(other)));
      assertEquals(List.of(at(other)), memory().doors(List.of()));
    }
  }

  @Test
  void having_met_nobody_forgets_nobody() throws Exception {
    try (var one = listening()) {
      memory().keep(List.of(at(one)));
      memory().keep(List.of());
      assertEquals(List.of(at(one)), memory().doors(List.of()));
    }
  }

  @Test
  void a_file_of_nonsense_is_done_without() throws Exception {
    try (var one = listening()) {
      Files.write(file(), new byte[] {(byte) 0xff, 0, '\n'});
      assertEquals(List.of(NAMED), memory().doors(List.of(NAMED)));
      Files.writeString(file(), "a b c\n\n:\n99:99999999\n" + at(one) + "\n");
      assertEquals(List.of(NAMED, at(one)), memory().doors(List.of(NAMED)));
    }
  }

  private MemberMemory memory() {
    return new MemberMemory(Optional.of(file()));
  }

  private Path file() {
    return folder.resolve("members");
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static HostPort at(ServerSocket socket) {
    return new HostPort("127.0.0.1", socket.getLocalPort());
  }
}
