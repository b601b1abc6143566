/**
 * Other engines through RDF4J: servers that speak SPARQL 1.1, and RDF4J's own store in memory. What
 * is asked and answered is in Jena's terms, as everywhere.
 */
@NullMarked
package io.controlgraph.graph.rdf4j;

import org.jspecify.annotations.NullMarked;
