package io.controlgraph.testing.servers;

import java.net.URI;
import java.util.List;

/** What the servers that are Java programs have in common. */
final class JavaServers {
  /**
   * Options for the virtual machine of one: small, and quick to start rather than fast later. The
   * stack is for paths over some thousand nodes, on which Fuseki calls itself once a node.
   */
  static final List<String> OPTIONS =
      List.of("-Xmx512m", "-Xss64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private JavaServers() {}

  /** A place on a server of this machine. */
  static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
