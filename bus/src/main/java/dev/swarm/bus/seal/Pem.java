package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text of {@code key: value} lines, then PEM sections (RFC 7468).
 *
 * @param header what stands before the first section; lines that begin with # are for people
 */
public record Pem(Map<String, String> header, List<Section> sections) {
  private static final Pattern SECTION =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final Pattern LINE = Pattern.compile("(?m)^([a-z][a-z -]*): *(.*)$");

  public Pem {
    header = Map.copyOf(header);
    sections = List.copyOf(sections);
  }

  /** A section, its base64 still as it stands. */
  public record Section(String label, String base64) {
    /**
     * Its bytes.
     *
     * @throws IllegalArgumentException if it is no base64
     */
    public byte[] bytes() {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    }
  }

  /** Reads what is there; what is neither is passed over. */
  public static Pem read(String text) {
    var sections = new ArrayList<Section>();
    var matcher = SECTION.matcher(text);
    while (matcher.find()) {
      sections.add(new Section(matcher.group(1), matcher.group(2)));
    }
    int begin = text.indexOf("-----BEGIN ");
    var header = new LinkedHashMap<String, String>();
    LINE.matcher(begin < 0 ? text : text.substring(0, begin))
        .results()
        .forEach(line -> header.putIfAbsent(line.group(1), line.group(2).strip()));
    return new Pem(header, sections);
  }

  /** One section as text. */
  public static String section(String label, byte[] bytes) {
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
