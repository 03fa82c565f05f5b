/** Tests of the wire: each row of the catalogue of deviations is a case here. */
@NullMarked
package dev.swarm.router.wire;

import org.jspecify.annotations.NullMarked;
