/** The things of the graph as linked data: where they are found and what is said of them. */
@NullMarked
package io.controlgraph.api.things;

import org.jspecify.annotations.NullMarked;
