package dev.swarm.cli;

import dev.swarm.agent.log.Commission;
import dev.swarm.agent.log.Logged;
import java.util.List;
import java.util.Optional;

/** A line of the command log for people. */
final class LogText {
  private LogText() {}

  static String of(Logged line) {
    var text =
        switch (line) {
          case Logged.Opened opened ->
              opened.at() + " opened   by swarm " + opened.version() + ", pid " + opened.pid();
          case Logged.Carried carried -> "goes on after line " + carried.lines();
          case Logged.Starting starting ->
              starting.at()
                  + " start    #"
                  + starting.call()
                  + " "
                  + words(starting.argv())
                  + by(starting.by());
          case Logged.Ended ended ->
              ended.at()
                  + " end      #"
                  + ended.call()
                  + " "
                  + ended.how()
                  + ", "
                  + ended.took().toMillis()
                  + " ms";
          case Logged.Reading reading ->
              reading.at() + " read     " + reading.path() + by(reading.by());
          case Logged.Told told ->
              told.at()
                  + " answer   "
                  + told.tool()
                  + " "
                  + told.ending()
                  + " "
                  + told.sha256()
                  + by(Optional.of(told.by()));
          case Logged.TurnedAway turned ->
              turned.at()
                  + " refused  "
                  + turned.type()
                  + " at "
                  + turned.address()
                  + ": "
                  + turned.why()
                  + ": "
                  + turned.detail();
        };
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String words(List<String> argv) {
    return String.join(" ", argv);
  }

  private static String by(Optional<Commission> by) {
    return by.map(it ->
            "  for "
                + it.coordinator()
                + ", run "
                + it.run()
                + ", "
                + it.subtask()
                + " #"
                + it.attempt())
        .orElse("");
  }
}
