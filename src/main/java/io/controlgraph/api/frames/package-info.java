/** Frames: one thing and what belongs to it as one JSON tree, which is JSON-LD too. */
@NullMarked
package io.controlgraph.api.frames;

import org.jspecify.annotations.NullMarked;
