/** Gaps: the questions of the catalogue that carry a severity, answered from an index. */
@NullMarked
package io.controlgraph.trace.gaps;

import org.jspecify.annotations.NullMarked;
