/**
 * Running a program so that it cannot hurt, hang or outstay: no shell, a scrubbed environment, a
 * work directory of its own, bounded output, a deadline for the whole process tree, a sandbox. The
 * only package that starts processes. What the output means does not belong here.
 */
@NullMarked
package dev.swarm.tools.process;

import org.jspecify.annotations.NullMarked;
