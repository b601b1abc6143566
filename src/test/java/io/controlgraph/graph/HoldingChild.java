package io.controlgraph.graph;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A process that holds a data directory until its input ends. */
public final class HoldingChild {
  private HoldingChild() {}

  public static void main(String[] args) throws IOException {
    try (DataDirectory directory = DataDirectory.take(Path.of(args[0]))) {
      System.out.println("taken");
      while (System.in.read() == 'a') {
        directory.announce(URI.create("http://127.0.0.1:7071/"), "s3cret");
        System.out.println("announced");
      }
    }
  }
}
