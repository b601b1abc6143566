/**
 * Triple-store servers of other makers, run as child processes on loopback, for tests of what
 * speaks to one over HTTP.
 */
@NullMarked
package io.controlgraph.testing.servers;

import org.jspecify.annotations.NullMarked;
