package dev.swarm.coordinator.standby;

import dev.swarm.protocol.RunId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The runs that are led here, as far as whoever stands by has to know of them. */
public interface Succession {
  /** In which epoch {@code run} is led here, if it is. */
  Optional<Long> epoch(RunId run);

  /** The place of the last event of a run that is led here. */
  long sequence(RunId run);

  /** Done, on any thread, when everything that was noted here of {@code run} is written. */
  CompletableFuture<Void> written(RunId run);

  /** Another leads {@code run} in a higher epoch: it is not led here any more. */
  void deposed(RunId run, String reason);

  /** Leads {@code run} from now on, in {@code epoch}, from the events that our store has. */
  void takeOver(RunId run, long epoch, String from);
}
