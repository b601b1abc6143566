package io.controlgraph.ingest.csv;

import io.controlgraph.ingest.SourceFile;

/**
 * A file of the import that has a kind and an organisation.
 *
 * @param index its place among the files given
 * @param name how the report calls it; with its organisation if the import has several
 */
record Source(int index, String name, SourceFile file, Kind kind, String organisation) {}
