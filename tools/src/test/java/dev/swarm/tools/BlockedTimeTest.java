package dev.swarm.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockedTimeTest {
  private static ProcessStat on(String processor) {
    return new ProcessStat("x", "D", "1", 0, "1", 0, 0, processor);
  }

  private static String sched(String millis) {
    return "x (1, #threads: 1)\n-----\nse.exec_start          :       "
        + millis
        + "\nse.vruntime : 1.0\n";
  }

  private static String blocked(Map<String, ProcessStat> all, Map<String, String> sched) {
    return new BlockedTime(all, pid -> Optional.ofNullable(sched.get(pid))).of("7");
  }

  @Test
  void is_the_time_up_to_the_last_run_of_another_on_the_same_processor() {
    var all = Map.of("7", on("1"), "8", on("1"), "9", on("1"));
    var sched = Map.of("7", sched("1000.5"), "8", sched("301000.5"), "9", sched("200.0"));
    assertEquals("300", blocked(all, sched));
  }

  @Test
  void never_compares_the_clocks_of_two_processors() {
    var all = Map.of("7", on("1"), "8", on("2"));
    assertEquals("0", blocked(all, Map.of("7", sched("1000.5"), "8", sched("901000.5"))));
  }

  @Test
  void is_not_told_where_the_kernel_does_not_tell() {
    assertEquals("-", blocked(Map.of("7", on("1")), Map.of()));
  }
}
