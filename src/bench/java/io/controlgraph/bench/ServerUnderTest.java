package io.controlgraph.bench;

import io.controlgraph.testing.servers.FusekiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server in a process of its own, asked over HTTP.
 *
 * @param name what it is called in the report
 * @param base where its addresses begin
 * @param pid the number of its process
 * @param end ends the process
 */
record ServerUnderTest(String name, URI base, long pid, Runnable end) implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * An answer, read to its end.
   *
   * @param millis from before the request was sent to the last byte
   */
  record Answered(double millis, HttpResponse<byte[]> response) {
    byte[] body() {
      return response.body();
    }
  }

  /**
   * Asks, and reads the answer to its end.
   *
   * @throws IOException if the answer is no success
   */
  Answered ask(Ask ask) throws IOException, InterruptedException {
    HttpRequest request = ask.request(base, LONGEST);
    long start = System.nanoTime();
    HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - start) / 1e6;
    if (response.statusCode() >= 400) {
      throw new IOException(
          "%s answered %d to %s: %s"
              .formatted(
                  name,
                  response.statusCode(),
                  ask.path(),
                  new String(response.body(), StandardCharsets.UTF_8)));
    }
    return new Answered(millis, response);
  }

  /** Ours. */
  static ServerUnderTest ours(Path data, String heap) throws IOException {
    OurProcess process = OurProcess.serve(data, heap, "--allow-update");
    return new ServerUnderTest(
        "ControlGraph", process.address(), process.process().pid(), process::close);
  }

  /** Fuseki over the database in a folder. */
  static ServerUnderTest fuseki(Path folder, String heap) throws IOException, InterruptedException {
    FusekiServer server =
        FusekiServer.start(
            folder, FusekiServer.Setup.USUAL.onDisk().readOnly(), List.of("-Xmx" + heap));
    return new ServerUnderTest(
        "Fuseki", server.query().resolve("."), server.process().pid(), server.process()::close);
  }

  /** The most memory the process has had in its hands, in MB (proc(5): VmHWM). */
  long mostMegabytes() throws IOException {
    return status("VmHWM:");
  }

  private long status(String field) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    end.run();
  }
}
