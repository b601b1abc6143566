/** The import of CSV: its definition, every rule of it, and whole imports into a store. */
@NullMarked
package io.controlgraph.ingest.csv;

import org.jspecify.annotations.NullMarked;
