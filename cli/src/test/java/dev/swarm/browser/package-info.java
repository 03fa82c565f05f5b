/**
 * The dashboard in a real browser: Debian's Chromium, driven by Playwright. {@link
 * dev.swarm.browser.Rig} serves the pages with invented data for what a real fleet cannot show on
 * one machine (a thousand nodes, ten thousand findings, hostile words); the rest runs against the
 * real {@code swarm serve}.
 */
@NullMarked
package dev.swarm.browser;

import org.jspecify.annotations.NullMarked;
