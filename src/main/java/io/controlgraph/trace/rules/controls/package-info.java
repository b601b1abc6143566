/** Gaps in coverage, implementations, their evidence and tests. */
@NullMarked
package io.controlgraph.trace.rules.controls;

import org.jspecify.annotations.NullMarked;
