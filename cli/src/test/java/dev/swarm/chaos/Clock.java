package dev.swarm.chaos;

import java.time.Duration;
import java.time.Instant;

/** A program that says what time it is, and how many milliseconds 300 of them take. */
final class Clock {
  private Clock() {}

  public static void main(String[] args) throws InterruptedException {
    long begin = System.nanoTime();
    Thread.sleep(300);
    long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    System.out.println(Instant.now() + " " + took);
  }
}
