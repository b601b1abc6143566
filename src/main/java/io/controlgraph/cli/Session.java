package io.controlgraph.cli;

import org.jspecify.annotations.Nullable;

/**
 * A command's connection to a server, which ends the server if the command started it.
 *
 * @param api the server's API
 * @param own the server, if it is the command's own
 */
record Session(Api api, Launcher.@Nullable Server own) implements AutoCloseable {
  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
