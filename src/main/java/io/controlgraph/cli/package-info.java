/** The command line: one class a command, each a client of the HTTP API. */
@NullMarked
package io.controlgraph.cli;

import org.jspecify.annotations.NullMarked;
