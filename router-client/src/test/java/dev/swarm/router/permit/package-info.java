/** Tests of permits, on time that they own. */
@NullMarked
package dev.swarm.router.permit;

import org.jspecify.annotations.NullMarked;
