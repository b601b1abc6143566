/**
 * CSV files of the import format: its definition, its templates, and the importer that reads them.
 */
@NullMarked
package io.controlgraph.ingest.csv;

import org.jspecify.annotations.NullMarked;
