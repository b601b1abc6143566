/** The embedded engine: TDB2 for the graph, RDF Patch for the log, SHACL before each commit. */
@NullMarked
package io.controlgraph.graph.jena;

import org.jspecify.annotations.NullMarked;
