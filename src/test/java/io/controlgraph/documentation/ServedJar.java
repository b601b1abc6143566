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
    return start(command, folder, environment, 1);
  }

  /**
   * Starts the command, which must print addresses.
   *
   * @param line which line the address to be asked begins, from 1
   */
  static ServedJar start(
      List<String> command, Path folder, Map<String, String> environment, int line)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String said = "";
    for (int i = 0; i < line; i++) {
      said = String.valueOf(out.readLine());
      if (!said.startsWith("http://127.0.0.1:")) {
        process.destroyForcibly();
        throw new AssertionError("Expected an address, not: " + said);
      }
    }
    return new ServedJar(process, URI.create(said.split(" ", 2)[0]));
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
