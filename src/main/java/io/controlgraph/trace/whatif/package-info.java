/**
 * What rests on a thing, and what would be if some were not there: worked out on an index without
 * them, by the definitions of coverage and of risk.
 */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.whatif;
