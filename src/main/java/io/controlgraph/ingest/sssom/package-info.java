/** Reads mappings between frameworks from SSSOM/TSV files and turns them into quads. */
@NullMarked
package io.controlgraph.ingest.sssom;

import org.jspecify.annotations.NullMarked;
