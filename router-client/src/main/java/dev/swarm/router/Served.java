package dev.swarm.router;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How a reply came about.
 *
 * @param endpoint the endpoint's name in the configuration
 * @param model the model's name as configured
 * @param attempts requests sent for it, the good one included
 * @param waited in our own queues and between attempts
 * @param took from the first byte sent of the good attempt until its reply was whole
 * @param cost in the currency of the configured prices; zero where none are
 */
public record Served(
    String endpoint,
    String model,
    Tier tier,
    int attempts,
    Duration waited,
    Duration took,
    BigDecimal cost) {}
