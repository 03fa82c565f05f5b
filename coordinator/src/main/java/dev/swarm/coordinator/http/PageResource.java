package dev.swarm.coordinator.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;

/** Hands out the dashboard. A browser asks each time whether a page has changed; most have not. */
final class PageResource {
  private final Pages pages = new Pages();

  /** The reply for {@code path}; empty if there is no such page. */
  Optional<Reply> reply(String path, Optional<String> known, boolean gzip) {
    return pages.page(path).map(page -> reply(page, known, gzip));
  }

  private static Reply reply(Pages.Page page, Optional<String> known, boolean gzip) {
    boolean small = gzip && page.gzipped().isPresent();
    var etag = small ? page.etag().replaceFirst("\"$", "-gz\"") : page.etag();
    var headers = Map.of("etag", etag, "cache-control", "no-cache", "vary", "accept-encoding");
    if (known.filter(list -> list.contains(etag)).isPresent()) {
      return new Reply(304, page.mediaType(), Buffer.buffer(), headers);
    }
    var reply =
        new Reply(200, page.mediaType(), small ? page.gzipped().get() : page.plain(), headers);
    return small ? reply.with("content-encoding", "gzip") : reply;
  }
}
