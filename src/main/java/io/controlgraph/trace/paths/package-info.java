/** The cheapest simple paths between two nodes of an index, and how their statements read. */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace.paths;
