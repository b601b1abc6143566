/** The reference data that is shipped: ontology, frameworks, crosswalks, default expectations. */
@NullMarked
package io.controlgraph.ingest.reference;

import org.jspecify.annotations.NullMarked;
