/** Tests of the shipped reference data. */
@NullMarked
package io.controlgraph.ingest.reference;

import org.jspecify.annotations.NullMarked;
