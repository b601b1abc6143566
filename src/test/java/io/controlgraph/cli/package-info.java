/** Tests of the command line. */
@NullMarked
package io.controlgraph.cli;

import org.jspecify.annotations.NullMarked;
