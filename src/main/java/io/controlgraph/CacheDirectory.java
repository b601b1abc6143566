package io.controlgraph;

import java.nio.file.Path;

/** Where the program keeps what it can make again. */
final class CacheDirectory {
  private CacheDirectory() {}

  /** A folder below {@code $XDG_CACHE_HOME}, or {@code ~/.cache}; it need not exist. */
  static Path path() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return home.resolve("controlgraph");
  }
}
