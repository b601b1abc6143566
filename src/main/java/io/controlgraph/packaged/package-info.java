/** The files that the program brings with it. */
@NullMarked
package io.controlgraph.packaged;

import org.jspecify.annotations.NullMarked;
