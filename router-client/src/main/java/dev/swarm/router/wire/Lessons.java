package dev.swarm.router.wire;

import dev.swarm.router.Trouble;
import java.util.Arrays;
import java.util.Optional;

/** What a refusal teaches about how an endpoint wants to be spoken to. Any thread. */
public final class Lessons {
  private Lessons() {}

  /**
   * A profile that should not meet the same refusal.
   *
   * <p>A server may contradict itself: whoever asks bounds how much is learned for one request.
   *
   * @param trouble as {@link Refusals} made it of {@code body}
   * @return empty where it teaches nothing that {@code profile} does not have yet
   */
  public static Optional<Profile> learned(Profile profile, Trouble trouble, String body) {
    if (trouble.kind() != Trouble.Kind.REFUSED) {
      return Optional.empty();
    }
    var text = Complaint.of(body).text();
    return Arrays.stream(Lesson.values())
        .filter(lesson -> lesson.taughtBy(text))
        .map(lesson -> lesson.applied(profile))
        .filter(changed -> !changed.equals(profile))
        .findFirst();
  }
}
