/**
 * The reference data that is shipped: ontology, frameworks, crosswalks, practices, default
 * expectations.
 */
@NullMarked
package io.controlgraph.ingest.reference;

import org.jspecify.annotations.NullMarked;
