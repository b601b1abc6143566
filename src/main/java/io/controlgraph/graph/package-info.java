/** The engine port: one write path, reads at one revision with a deadline, and the revision log. */
@NullMarked
package io.controlgraph.graph;

import org.jspecify.annotations.NullMarked;
