/** What can be made of the log of revisions beyond reading it. */
@NullMarked
package io.controlgraph.history;

import org.jspecify.annotations.NullMarked;
