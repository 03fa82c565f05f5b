/** Tests of endpoints, on time that they own. */
@NullMarked
package dev.swarm.router.endpoint;

import org.jspecify.annotations.NullMarked;
