/** The graph of one revision as numbers: what traceability asks of it, and no more. */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.index;
