/**
 * Several servers read as one dataset by RDF4J FedX, whose default graph is the set union of what
 * they hold.
 */
@NullMarked
package io.controlgraph.graph.rdf4j.fedx;

import org.jspecify.annotations.NullMarked;
