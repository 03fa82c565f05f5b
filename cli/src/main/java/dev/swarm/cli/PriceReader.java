package dev.swarm.cli;

import dev.swarm.router.endpoint.Price;
import dev.swarm.tools.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what a model costs. */
final class PriceReader {
  private static final BigDecimal MOST = new BigDecimal(1_000_000);

  private PriceReader() {}

  /** The price under {@code price:}, if there is one. */
  static Optional<Price> read(YamlMap router) {
    return router.map("price").map(PriceReader::price);
  }

  private static Price price(YamlMap map) {
    var price = new Price(money(map, "prompt"), money(map, "completion"));
    map.finish();
    return price;
  }

  private static BigDecimal money(YamlMap map, String key) {
    if (!map.has(key)) {
      map.problem(key, "'" + key + "' is missing: what a million of its tokens costs");
    }
    return map.read(key, PriceReader::amount).orElse(BigDecimal.ZERO);
  }

  /**
   * An amount of money, without its currency.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static BigDecimal amount(String text) {
    if (text.matches("[0-9]{1,7}(\\.[0-9]{1,9})?")) {
      var amount = new BigDecimal(text);
      if (amount.compareTo(MOST) <= 0) {
        return amount;
      }
    }
    throw new IllegalArgumentException("expected an amount such as 0.15, not '" + text + "'");
  }
}
