package io.controlgraph.sparql;

/** What the SPARQL 1.1 Protocol hands over: a query or an update. */
sealed interface SparqlRequest permits QueryRequest, UpdateRequest {}
