package dev.swarm.protocol;

import java.math.BigDecimal;

/** What a permitted call used; both counts are zero where nobody told. */
public record PermitSpent(String wish, long promptTokens, long completionTokens, BigDecimal cost) {}
