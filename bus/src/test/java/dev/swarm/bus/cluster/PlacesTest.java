package dev.swarm.bus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in the network, and ranges of ports, as people write them. */
class PlacesTest {
  @ParameterizedTest
  @CsvSource({
    "web1, web1:7610",
    "web1:99, web1:99",
    "10.0.0.1, 10.0.0.1:7610",
    "fd00::1, [fd00::1]:7610",
    "[fd00::1], [fd00::1]:7610",
    "[fd00::1]:99, [fd00::1]:99"
  })
  void a_place_is_read_with_or_without_its_port(String text, String place) {
    assertEquals(place, HostPort.parse(text, 7610).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "web1:0", "web1:70000", "user@web1", "web 1", "http://web1"})
  void what_is_no_place_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> HostPort.parse(text, 7610));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7620", "7620-", "-7659", "7659-7620", "0-5", "7620-99999", "a-b"})
  void what_is_no_range_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ports.parse(text));
  }

  @Test
  void a_pair_that_is_taken_is_passed_over() throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    var range = new Ports(27_610, 27_699);
    int first = range.free(loopback).orElseThrow();
    try (var taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(loopback, first + 1));
      int next = range.free(loopback).orElseThrow();
      assertTrue(next > first, first + " " + next);
    }
  }
}
