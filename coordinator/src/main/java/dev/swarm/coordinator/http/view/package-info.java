/**
 * What the API tells of runs, nodes and findings: records with the names of its JSON, and the folds
 * that make them from events. Knows no HTTP.
 */
@NullMarked
package dev.swarm.coordinator.http.view;

import org.jspecify.annotations.NullMarked;
