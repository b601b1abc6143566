/** Gaps in audits, in the quality of evidence, and in the treatment of risks. */
@NullMarked
package io.controlgraph.trace.rules.risks;

import org.jspecify.annotations.NullMarked;
