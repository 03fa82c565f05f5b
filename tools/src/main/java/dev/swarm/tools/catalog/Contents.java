package dev.swarm.tools.catalog;

/** What is in a file or in a program's output, and so how it becomes lines. */
public enum Contents {
  /** Lines. */
  LINES,
  /** Certificates in PEM: each is a line that says its span and its subject. */
  CERTIFICATES,
  /** Lines of names above lines of values, as in /proc/net/netstat: every counter is a line. */
  COUNTERS
}
