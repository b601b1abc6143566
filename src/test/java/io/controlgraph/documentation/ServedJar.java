package io.controlgraph.documentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server started as a user would start it, on a port of its own, until it is closed. */
final class ServedJar implements AutoCloseable {
  private final Process process;
  private final URI address;

  private ServedJar(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the command, which must print its address as its first line. */
  static ServedJar start(List<String> command, Path folder, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String first = out.readLine();
    if (first == null || !first.startsWith("http://127.0.0.1:")) {
      process.destroyForcibly();
      throw new AssertionError("Expected an address, not: " + first);
    }
    return new ServedJar(process, URI.create(first));
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
