/** Figures of the running server, for Prometheus. */
@NullMarked
package io.controlgraph.api.metrics;

import org.jspecify.annotations.NullMarked;
