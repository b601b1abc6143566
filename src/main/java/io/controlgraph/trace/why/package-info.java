/** Why a cell of coverage stands where it does, statement by statement. */
@NullMarked
package io.controlgraph.trace.why;

import org.jspecify.annotations.NullMarked;
