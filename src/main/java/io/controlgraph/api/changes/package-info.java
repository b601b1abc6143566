/** The history over HTTP: revisions, their patches, and a feed for those who follow along. */
@NullMarked
package io.controlgraph.api.changes;

import org.jspecify.annotations.NullMarked;
