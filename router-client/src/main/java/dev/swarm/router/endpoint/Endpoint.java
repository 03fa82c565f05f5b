package dev.swarm.router.endpoint;

import dev.swarm.router.Tier;
import dev.swarm.router.wire.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One place where a model is served, as the operator configured it.
 *
 * @param name unique; stands in reports
 * @param url the base, normally ending in {@code /v1}
 * @param concurrency requests in flight at once, at most; the server may tell that it has fewer
 *     slots
 * @param queue requests that wait for a slot, at most; more are refused at once
 * @param context tokens that fit into one conversation; empty asks the server
 * @param trust a PEM file with certificates to trust beside those of the system
 */
public record Endpoint(
    String name,
    URI url,
    String model,
    KeySource key,
    Tier tier,
    int concurrency,
    int queue,
    Clocks clocks,
    OptionalInt context,
    Optional<Price> price,
    Optional<Path> trust,
    Profile profile) {
  public Endpoint {
    var scheme = Optional.ofNullable(url.getScheme()).orElse("");
    if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "expected a URL such as http://127.0.0.1:8080/v1, not '" + url + "'");
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "a router's URL has no user, query or fragment; a key is given apart");
    }
    if (concurrency < 1 || concurrency > 4096) {
      throw new IllegalArgumentException("concurrency is from 1 to 4096, not " + concurrency);
    }
    if (queue < 0 || queue > 100_000) {
      throw new IllegalArgumentException("a queue has 0 to 100000 places, not " + queue);
    }
  }
}
