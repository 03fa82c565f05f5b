package dev.swarm.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBlockTest {
  private static final Sanitizer SANITIZER = new Sanitizer();
  private static final String HIDDEN = "‹redacted:private-key›";

  private static List<String> key(String kind) {
    var fakes = new FakeSecrets(5);
    var lines = new ArrayList<String>();
    lines.add("-----BEGIN " + kind + "-----");
    for (int i = 0; i < 24; i++) {
      lines.add(fakes.from("{64:b}"));
    }
    lines.add(fakes.from("{30:b}=="));
    lines.add("-----END " + kind + "-----");
    return lines;
  }

  private static String clean(String text) {
    String cleaned = SANITIZER.clean(text).value();
    assertEquals(cleaned, SANITIZER.clean(cleaned).value());
    assertEquals(text.lines().count(), cleaned.lines().count());
    return cleaned;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK", "ANY PRIVATE KEY"
      })
  void each_of_27_lines_is_hidden_and_the_text_around_stays(String kind) {
    String text = "before\n" + String.join("\n", key(kind)) + "\nafter all\n";

    assertEquals("before\n" + (HIDDEN + "\n").repeat(27) + "after all\n", clean(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/ssl/x.pem: ", "Nov 20 10:00:00 host app[7]: ", "    ", "| "})
  void a_prefix_on_every_line_stays(String prefix) {
    String text =
        key("RSA PRIVATE KEY").stream().map(prefix::concat).collect(Collectors.joining("\n"));

    assertEquals("\n".concat(prefix + HIDDEN).repeat(27).substring(1), clean(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\r\\n", "\\\\n", "#012", " "})
  void a_key_on_one_line_with_escaped_line_ends_is_hidden_whole(String end) {
    String text = "{\"k\": \"" + String.join(end, key("PRIVATE KEY")) + end + "\", \"b\": 1}";

    assertEquals("{\"k\": \"" + HIDDEN + end + "\", \"b\": 1}", clean(text));
  }

  @Test
  void a_key_on_one_line_that_is_cut_short_is_hidden() {
    String whole = String.join("\\n", key("PRIVATE KEY"));
    String text = "{\"k\": \"" + whole.substring(0, 700) + "\n next line";

    assertEquals("{\"k\": \"" + HIDDEN + "\n next line", clean(text));
  }

  @Test
  void a_key_without_its_end_is_hidden_and_what_follows_stays() {
    String text =
        String.join("\n", key("RSA PRIVATE KEY").subList(0, 12)) + "\nnext words here\nand more";

    assertEquals((HIDDEN + "\n").repeat(12) + "next words here\nand more", clean(text));
  }

  @Test
  void a_key_without_its_beginning_is_hidden_back_from_its_end() {
    String text =
        "words before here\n" + String.join("\n", key("PRIVATE KEY").subList(9, 27)) + "\nx y";

    assertEquals("words before here\n" + (HIDDEN + "\n").repeat(18) + "x y", clean(text));
  }

  @Test
  void headers_of_an_encrypted_key_do_not_end_it() {
    var lines = new ArrayList<>(key("RSA PRIVATE KEY"));
    lines.addAll(1, List.of("Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,00AA", ""));
    String cleaned = clean(String.join("\n", lines.subList(0, 14)));

    assertEquals(11, cleaned.lines().filter(HIDDEN::equals).count());
  }

  @Test
  void carriage_returns_do_not_help() {
    String text = String.join("\r\n", key("PRIVATE KEY")) + "\r\n";

    assertEquals((HIDDEN + "\n").repeat(27), clean(text));
  }

  @Test
  void certificates_public_keys_and_talk_of_keys_stay() {
    String text =
        String.join("\n", key("CERTIFICATE"))
            + "\n"
            + String.join("\n", key("PUBLIC KEY"))
            + "\nno private key found\nFAILED TO READ PRIVATE KEY x.pem\n";

    assertEquals(text, clean(text));
  }

  @Test
  void a_private_key_in_base64_is_hidden_on_every_line_and_a_certificate_stays() {
    for (int width : new int[] {0, 76}) {
      var encoder =
          width == 0 ? Base64.getEncoder() : Base64.getMimeEncoder(width, new byte[] {'\n'});
      String key =
          encoder.encodeToString(
              String.join("\n", key("EC PRIVATE KEY")).getBytes(StandardCharsets.US_ASCII));
      String certificate =
          encoder.encodeToString(
              String.join("\n", key("CERTIFICATE")).getBytes(StandardCharsets.US_ASCII));

      assertEquals(certificate, clean(certificate));
      assertTrue(clean(key).lines().allMatch("‹redacted:base64-secret›"::equals), clean(key));
    }
  }

  @Test
  void the_private_lines_of_a_putty_key_are_hidden_and_the_public_stay() {
    var fakes = new FakeSecrets(6);
    String text =
        "PuTTY-User-Key-File-3: ssh-ed25519\n"
            + "Public-Lines: 1\n"
            + "AAAAC3NzaC1lZDI1NTE5\n"
            + "Private-Lines: 2\n"
            + fakes.from("{64:b}\n{20:b}\nnext words");

    String hidden = "‹redacted:putty-private-key›\n";
    assertEquals(
        text.substring(0, text.indexOf("Lines: 2") + 9) + hidden + hidden + "next words",
        clean(text));
  }
}
