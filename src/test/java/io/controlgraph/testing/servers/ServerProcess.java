package io.controlgraph.testing.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a child process, on a loopback port that was free. What it prints is kept in its
 * folder. It ends with this virtual machine if nobody ends it before.
 *
 * <p>To be used by one thread.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(5);
  private static final int PORTS_TO_TRY = 5;
  private static final int LINES_TO_SHOW = 40;

  /** What Java programs say, and Virtuoso of its second port. */
  private static final List<String> PORT_IS_TAKEN =
      List.of("Address already in use", "Failed HTTP listen");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Launch launch;
  private final Path output;
  private final int port;
  private Process process;

  private ServerProcess(Launch launch, Path output, int port) throws IOException {
    this.launch = launch;
    this.output = output;
    this.port = port;
    this.process = launch(launch, output);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /**
   * What to start.
   *
   * @param builder the command with its surroundings
   * @param ready what answers 200 to a GET as soon as the server takes requests
   */
  record Launch(ProcessBuilder builder, URI ready) {}

  /** Says what to start, with its files written, if it is to listen on a port. */
  @FunctionalInterface
  interface Plan {
    Launch on(int port) throws IOException;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param folder takes what it prints, in {@code server.log}
   * @throws AssertionError with the last lines it printed, if it ends, or is silent for a minute
   */
  static ServerProcess start(Path folder, Plan plan) throws IOException, InterruptedException {
    Path output = folder.resolve("server.log");
    for (int ports = 1; ; ports++) {
      int port = FreePort.find();
      ServerProcess server = new ServerProcess(plan.on(port), output, port);
      try {
        server.awaitAnswer();
        return server;
      } catch (AssertionError e) {
        server.close();
        if (ports == PORTS_TO_TRY || !server.lostItsPort()) {
          throw e;
        }
        Files.delete(output);
      }
    }
  }

  /** The port it listens on, the same after a restart. */
  public int port() {
    return port;
  }

  /** The process number. */
  public long pid() {
    return process.pid();
  }

  /** Ends it as a crash would (SIGKILL), and waits until it has ended. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Stops it in its tracks (SIGSTOP): connections are still taken by the system, and nothing
   * answers.
   */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on after {@link #pause}. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Kills it if it runs, starts it with the same data on the same port, and waits for it. */
  public void restart() throws IOException, InterruptedException {
    kill();
    process = launch(launch, output);
    awaitAnswer();
  }

  /** The last lines it printed. */
  public String tail() {
    List<String> lines = printed().lines().toList();
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
  }

  /** Ends it. Where the caller is interrupted, it does not wait for that. */
  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process launch(Launch launch, Path output) throws IOException {
    return launch
        .builder()
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private void awaitAnswer() throws InterruptedException {
    long begun = System.nanoTime();
    while (!answers()) {
      if (process.waitFor(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("ended with " + process.exitValue());
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw failure("has not answered for " + PATIENCE.toSeconds() + " s");
      }
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(launch.ready()).timeout(ONE_ANSWER).build();
    try {
      // Whoever took the port instead does not count.
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200
          && process.isAlive();
    } catch (IOException e) {
      return false;
    }
  }

  private AssertionError failure(String what) {
    return new AssertionError(
        "%s %s. It printed:%n%s".formatted(launch.builder().command(), what, tail()));
  }

  private boolean lostItsPort() {
    return PORT_IS_TAKEN.stream().anyMatch(printed()::contains);
  }

  private String printed() {
    try {
      // Files.readString would refuse a server that prints something else than UTF-8.
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    // The shell has kill built in; the program of that name is not everywhere.
    Process kill =
        new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, pid())).inheritIO().start();
    assertEquals(0, kill.waitFor(), () -> "kill -" + name);
  }
}
