package io.controlgraph.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A ControlGraph that serves a data directory in a process of its own, seen through a relay. */
record MemberProcess(OurProcess process, CountingRelay relay) implements AutoCloseable {
  static final String HEAP = "300m";

  /** Starts one and waits until it says where it is. */
  static MemberProcess serve(Path data) throws IOException {
    OurProcess process = OurProcess.serve(data, HEAP);
    return new MemberProcess(process, new CountingRelay(process.address().getPort()));
  }

  /** Where it takes queries, through the relay. */
  URI query() {
    return URI.create("http://127.0.0.1:%d/sparql".formatted(relay.port()));
  }

  @Override
  public void close() throws IOException {
    relay.close();
    process.close();
  }
}
