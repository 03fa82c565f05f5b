package dev.swarm.coordinator.http;

import dev.swarm.coordinator.http.view.FindingBook;
import dev.swarm.coordinator.http.view.Recents;
import dev.swarm.coordinator.http.view.Reports;
import dev.swarm.coordinator.http.view.RunBook;

/** What the resources look things up in. */
record Books(
    RunBook runs,
    Reports reports,
    FindingBook findings,
    Recents recents,
    Standing standing,
    Feed feed) {}
