package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A text in a request: UTF-8 first, which the JVM does for ASCII at the speed of copying, and
 * escaping after it. Half a surrogate pair has no form in UTF-8 and becomes {@code ?}: a cut in the
 * middle of an emoji leaves one, and a strict server would refuse the whole request for it.
 */
final class TextField {
  private TextField() {}

  static void write(JsonGenerator json, String key, String text) throws IOException {
    json.writeFieldName(key);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    json.writeUTF8String(bytes, 0, bytes.length);
  }
}
