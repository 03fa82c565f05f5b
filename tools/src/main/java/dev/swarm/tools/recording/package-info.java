/**
 * A machine kept in a folder: what was asked of it and what it answered, redacted. Reading, making
 * and replaying recordings belong here; the format is that of {@code docs/recordings.md}.
 */
@NullMarked
package dev.swarm.tools.recording;

import org.jspecify.annotations.NullMarked;
