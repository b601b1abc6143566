/** Gaps around AI systems, posts and persons, and incidents. */
@NullMarked
package io.controlgraph.trace.rules.people;

import org.jspecify.annotations.NullMarked;
