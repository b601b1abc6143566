package io.controlgraph.bench;

import io.controlgraph.Main;
import io.controlgraph.testing.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A ControlGraph that serves a data directory in a process of its own.
 *
 * @param address where it is
 */
record OurProcess(Process process, URI address) implements AutoCloseable {
  private static final int SECONDS_TO_END = 60;

  /**
   * Starts one and waits until it says where it is.
   *
   * @param heap of its virtual machine, such as {@code 4g}
   * @param more options of {@code serve}
   */
  static OurProcess serve(Path data, String heap, String... more) throws IOException {
    List<String> command = ChildProcess.java(List.of("-Xmx" + heap));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = said.readLine();
    if (address == null) {
      throw new IOException("The server over " + data + " ended before it served.");
    }
    return new OurProcess(process, URI.create(address));
  }

  /** Ends it, as {@code kill} does; the index's copy is then written. */
  @Override
  public void close() {
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
