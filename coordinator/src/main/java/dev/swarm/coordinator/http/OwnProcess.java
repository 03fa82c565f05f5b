package dev.swarm.coordinator.http;

import java.lang.management.ManagementFactory;

/** What this process uses. */
final class OwnProcess {
  private OwnProcess() {}

  static void tell(Exposition told) {
    var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    told.only("process_heap_bytes", "gauge", "Heap in use.", (double) memory.getUsed());
    told.only(
        "process_threads",
        "gauge",
        "Platform threads.",
        ManagementFactory.getThreadMXBean().getThreadCount());
    told.only(
        "process_start_time_seconds",
        "gauge",
        "When this process began, in Unix time.",
        (double) ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
      told.only(
          "process_cpu_seconds_total",
          "counter",
          "Processor time.",
          (double) unix.getProcessCpuTime() / 1e9);
      told.only(
          "process_open_fds",
          "gauge",
          "Open file descriptors.",
          (double) unix.getOpenFileDescriptorCount());
    }
  }
}
