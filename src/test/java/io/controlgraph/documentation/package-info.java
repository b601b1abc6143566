/** The documentation runs: every command in it is executed and what it prints is compared. */
@NullMarked
package io.controlgraph.documentation;

import org.jspecify.annotations.NullMarked;
