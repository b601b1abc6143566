/** The SPARQL 1.1 Protocol for queries: reading requests, choosing a format, streaming answers. */
@NullMarked
package io.controlgraph.sparql;

import org.jspecify.annotations.NullMarked;
