package dev.swarm.coordinator.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The pages of the dashboard, from the jar: read once, then kept, as they are and compressed. A
 * path names a resource or nothing.
 */
final class Pages {
  private static final String FOLDER = "/dev/swarm/coordinator/dashboard/";
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,5}");
  private static final int LONGEST = 200;
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Map<String, Page> kept = new ConcurrentHashMap<>();

  /** A page: its ETag is strong, and of what it holds. */
  record Page(String mediaType, Buffer plain, Optional<Buffer> gzipped, String etag) {}

  /** The page at {@code path}, which begins with a slash; blocks the first time. */
  Optional<Page> page(String path) {
    var name = path.equals("/") ? "index.html" : path.substring(1);
    if (name.length() > LONGEST || !PATH.matcher(name).matches() || type(name).isEmpty()) {
      return Optional.empty();
    }
    var known = Optional.ofNullable(kept.get(name));
    return known.isPresent() ? known : read(name);
  }

  private Optional<Page> read(String name) {
    var page =
        resource(name)
            .map(plain ->
                new Page(type(name).orElseThrow(), plain, gzipped(name, plain), etag(plain)));
    page.ifPresent(one -> kept.put(name, one));
    return page;
  }

  private static Optional<String> type(String name) {
    return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
  }

  private static Optional<Buffer> resource(String name) {
    try (var in = Pages.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + name + " from our own jar", e);
    }
  }

  /** As the build compressed it, else as we do, if that makes it smaller. */
  private static Optional<Buffer> gzipped(String name, Buffer plain) {
    return resource(name + ".gz")
        .or(() -> Optional.of(gzip(plain)))
        .filter(small -> small.length() < plain.length());
  }

  static Buffer gzip(Buffer plain) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(plain.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes whatever is written", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static String etag(Buffer plain) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes());
      return '"' + HexFormat.of().formatHex(digest).substring(0, 32) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
