/** The entry point, and the one place that wires the parts together. */
@NullMarked
package io.controlgraph;

import org.jspecify.annotations.NullMarked;
