package dev.swarm.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.swarm.tools.catalog.Contents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Certificates and counters as lines. */
class ContentLinesTest {
  private static final String GOOD =
      """
      -----BEGIN CERTIFICATE-----
      MIIBSzCB8aADAgECAgIQADAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtvd24uZXhh
      bXBsZTAeFw0yNjEwMDEwMDAwMDBaFw0yNzA5MzAwMDAwMDBaMBYxFDASBgNVBAMM
      C293bi5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAETEVXLXALIc5P
      DKMOBPR3+2FA48mFMgLTj0Ks0bSZNbrhngyPwbAeQVnfmQuZoSobUPjIEf97uyDp
      ASM0BSNRr6MvMC0wDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUGC+765tvIsZ6X6Pn
      oG5hJstIZWEwCgYIKoZIzj0EAwIDSQAwRgIhAOLJsr+/rtPPj/vc63dtJXUJx2jv
      jhs5Y3nNoeAhOFKCAiEA/t6GV4PjoCjJrFJkia+48N31poIrnfjLXWo1uslYWN4=
      -----END CERTIFICATE-----
      """;

  private static List<String> certificates(String content) {
    return ContentLines.of(Contents.CERTIFICATES, content).lines().toList();
  }

  private static List<String> counters(String content) {
    return ContentLines.of(Contents.COUNTERS, content).lines().toList();
  }

  @Test
  void a_certificate_tells_its_span_its_role_and_its_name() {
    assertEquals(
        List.of(
            "certificate 1 of an end entity from 2026-10-01T00:00:00Z to 2027-09-30T00:00:00Z for"
                + " CN=own.example"),
        certificates(GOOD));
  }

  @Test
  void a_key_beside_it_is_left_out() {
    var lines =
        certificates("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n" + GOOD);
    assertEquals(1, lines.size());
    assertFalse(lines.getFirst().contains("c2VjcmV0"), lines.toString());
  }

  @Test
  void each_of_a_chain_has_its_place_and_words_between_do_not_matter() {
    var lines = certificates("Bag Attributes\n" + GOOD + "subject=x\n" + GOOD);
    assertEquals(2, lines.size());
    assertEquals("certificate 2", lines.get(1).substring(0, 13));
  }

  @Test
  void a_damaged_one_says_so_and_the_next_is_read() {
    var lines =
        certificates("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" + GOOD);
    assertEquals("certificate 1 is damaged", lines.getFirst());
    assertEquals("certificate 2 of", lines.get(1).substring(0, 16));
  }

  @Test
  void a_file_without_one_says_so() {
    assertEquals(List.of("no certificate"), certificates("hello\n"));
  }

  @Test
  void a_line_of_names_above_a_line_of_values_is_a_line_for_each_counter() {
    assertEquals(
        List.of("TcpInSegs 5", "TcpOutSegs 7", "UdpNoPorts 0"),
        counters("Tcp: InSegs OutSegs\nTcp: 5 7\nUdp: NoPorts\nUdp: 0\n"));
  }

  @Test
  void names_without_as_many_values_are_left_out() {
    assertEquals(
        List.of("UdpNoPorts 0"), counters("Tcp: InSegs OutSegs\nTcp: 5\nUdp: NoPorts\nUdp: 0\n"));
  }
}
