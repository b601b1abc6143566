package io.controlgraph.bench;

import io.controlgraph.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A ControlGraph that serves a data directory in a process of its own, seen through a relay. */
final class MemberProcess implements AutoCloseable {
  static final String HEAP = "300m";
  private static final int SECONDS_TO_END = 20;

  private final Process process;
  private final CountingRelay relay;

  private MemberProcess(Process process, CountingRelay relay) {
    this.process = process;
    this.relay = relay;
  }

  /** Starts one and waits until it says where it is. */
  static MemberProcess serve(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = said.readLine();
    if (address == null) {
      throw new IOException("The member over " + data + " ended before it served.");
    }
    return new MemberProcess(process, new CountingRelay(URI.create(address).getPort()));
  }

  /** Where it takes queries, through the relay. */
  URI query() {
    return URI.create("http://127.0.0.1:%d/sparql".formatted(relay.port()));
  }

  CountingRelay relay() {
    return relay;
  }

  @Override
  public void close() throws IOException {
    relay.close();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
