/** The rules that hold the folder tree and the directions between packages. */
@NullMarked
package io.controlgraph.architecture;

import org.jspecify.annotations.NullMarked;
