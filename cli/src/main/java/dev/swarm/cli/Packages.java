package dev.swarm.cli;

import dev.swarm.tools.host.Host;
import java.util.List;
import java.util.Map;

/**
 * How to install a program on the host at hand. Package names are those of Debian and Fedora where
 * they differ from the program's own (packages.debian.org, packages.fedoraproject.org).
 */
record Packages(String installer) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("bwrap", "bubblewrap"),
          Map.entry("chronyc", "chrony"),
          Map.entry("coredumpctl", "systemd-coredump"),
          Map.entry("dig", "bind9-dnsutils"),
          Map.entry("docker", "docker.io"),
          Map.entry("journalctl", "systemd"),
          Map.entry("lsblk", "util-linux"),
          Map.entry("lvs", "lvm2"),
          Map.entry("needs-restarting", "dnf-utils"),
          Map.entry("nft", "nftables"),
          Map.entry("nvme", "nvme-cli"),
          Map.entry("ntpq", "ntpsec-ntpq"),
          Map.entry("sensors", "lm-sensors"),
          Map.entry("smartctl", "smartmontools"),
          Map.entry("ss", "iproute2"),
          Map.entry("ip", "iproute2"),
          Map.entry("systemctl", "systemd"),
          Map.entry("timedatectl", "systemd"),
          Map.entry("zpool", "zfsutils-linux"));

  private static final List<String> MANAGERS =
      List.of("apt-get", "dnf", "yum", "zypper", "apk", "pacman", "brew");

  /** The way of {@code host}. */
  static Packages of(Host host) {
    return new Packages(
        MANAGERS.stream()
            .filter(manager -> host.missing(manager).isEmpty())
            .findFirst()
            .map(Packages::installer)
            .orElse("install"));
  }

  /** A command to copy. */
  String install(String program) {
    return installer + " " + NAMES.getOrDefault(program, program);
  }

  private static String installer(String manager) {
    return switch (manager) {
      case "apt-get" -> "apt install";
      case "apk" -> "apk add";
      case "pacman" -> "pacman -S";
      default -> manager + " install";
    };
  }
}
