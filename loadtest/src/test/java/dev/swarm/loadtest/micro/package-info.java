/** Hot paths alone, under JMH: {@code loadtest/micro} runs them. */
@NullMarked
package dev.swarm.loadtest.micro;

import org.jspecify.annotations.NullMarked;
