package dev.swarm.router.permit;

import java.time.Instant;

/** One call in the books: what is set aside for it, and later what it used. */
final class Booking {
  final Wish wish;
  Use use;
  Instant at;

  Booking(Wish wish, Use use, Instant at) {
    this.wish = wish;
    this.use = use;
    this.at = at;
  }
}
