/** The importer port: sources in, one revision or a report of everything that is wrong out. */
@NullMarked
package io.controlgraph.ingest;

import org.jspecify.annotations.NullMarked;
