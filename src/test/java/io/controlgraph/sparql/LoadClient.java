package io.controlgraph.sparql;

import static io.controlgraph.testing.Served.sparql;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One client of many: reads, long and short, queries that take too long, and updates. */
final class LoadClient implements Runnable {
  /** How many statements are there from the start, and how many rows a large read has. */
  static final int STATEMENTS = 600;

  static final int LARGE = 50_000;

  private static final String SMALL = Fixture.PREFIXES + "SELECT ?n { ex:s%d ex:number ?n }";
  private static final String LOG = Fixture.PREFIXES + "SELECT ?s { GRAPH ex:log { ?s ?p ?o } }";
  private static final String PAIRS =
      Fixture.PREFIXES + "SELECT ?s ?x ?y { ?s ex:number ?x . ?t ex:number ?y }";

  private final Served served;
  private final HttpClient client;
  private final LoadTally tally;
  private final String name;
  private final Random random;
  private final long firstRevision;
  private final long until;
  private int updates;

  /**
   * Asks until then.
   *
   * @param firstRevision after which each revision adds one statement to the log
   * @param until by {@link System#nanoTime}
   */
  LoadClient(
      Served served,
      HttpClient client,
      LoadTally tally,
      String name,
      long firstRevision,
      long until) {
    this.served = served;
    this.client = client;
    this.tally = tally;
    this.name = name;
    this.random = new Random(name.hashCode());
    this.firstRevision = firstRevision;
    this.until = until;
  }

  @Override
  public void run() {
    while (System.nanoTime() - until < 0) {
      try {
        ask(random.nextInt(100));
      } catch (IOException | RuntimeException e) {
        tally.fault(name + ": " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void ask(int dice) throws IOException, InterruptedException {
    if (dice < 60) {
      small();
    } else if (dice < 70) {
      log();
    } else if (dice < 75) {
      large();
    } else if (dice < 80) {
      slow();
    } else if (dice < 87) {
      leave(dice % 2 == 0 ? PAIRS : Fixture.ENDLESS, dice % 2 == 0 ? 1000 : 0);
    } else {
      update();
    }
  }

  private void small() throws IOException, InterruptedException {
    int number = random.nextInt(STATEMENTS);
    long start = System.nanoTime();
    HttpResponse<String> answer = get("small", sparql(SMALL.formatted(number), "format", "csv"));
    if (answer.statusCode() == 200) {
      tally.smallRead(System.nanoTime() - start);
      require(answer.body().equals("n\r\n" + number + "\r\n"), "small", answer.body());
    }
  }

  /** The log has a statement for each revision. */
  private void log() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("log", sparql(LOG, "format", "csv"));
    if (answer.statusCode() == 200) {
      long rows = answer.body().lines().count() - 1;
      long revision = answer.headers().firstValueAsLong("ControlGraph-Revision").orElseThrow();
      require(rows == revision - firstRevision, "log", rows + " rows at " + revision);
    }
  }

  private void large() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        get(
            "large",
            sparql(PAIRS + " LIMIT " + LARGE, "format", random.nextBoolean() ? "csv" : "tsv"));
    if (answer.statusCode() == 200) {
      long rows = answer.body().lines().count() - 1;
      require(rows == LARGE, "large", rows + " rows");
    }
  }

  private void slow() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        get("slow", sparql(Fixture.ENDLESS, "timeout", random.nextBoolean() ? "0.3" : "2.5"));
    require(answer.statusCode() == 503, "slow", "an answer: " + answer.body());
  }

  /** Asks, reads so many octets, and goes away. */
  private void leave(String query, int octets) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                  .formatted(sparql(query, "format", "csv"), served.port())
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String begin = new String(in.readNBytes(octets), StandardCharsets.UTF_8);
      require(begin.isEmpty() || begin.matches("(?s)HTTP/1.1 (200|503).*"), "leave", begin);
      tally.count("leave", begin.isEmpty() ? "at once" : begin.substring(9, 12));
    }
  }

  private void update() throws IOException, InterruptedException {
    String subject = name + "-" + updates++;
    HttpResponse<String> answer =
        send(
            "update",
            served
                .request("/sparql?timeout=5")
                .header("Authorization", "Bearer " + served.secret())
                .header("Content-Type", "application/sparql-update")
                .POST(
                    BodyPublishers.ofString(
                        Fixture.PREFIXES
                            + "INSERT DATA { GRAPH ex:log { ex:"
                            + subject
                            + " ex:by '"
                            + name
                            + "' } }")));
    if (answer.statusCode() == 204) {
      tally.committed(
          answer.headers().firstValueAsLong("ControlGraph-Revision").orElseThrow(), subject);
    }
  }

  private HttpResponse<String> get(String kind, String path)
      throws IOException, InterruptedException {
    return send(kind, served.request(path));
  }

  private HttpResponse<String> send(String kind, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    int status = answer.statusCode();
    if (status == 503) {
      tally.count(kind, "503 " + refusal(kind, answer));
    } else {
      require(status == 200 || status == 204, kind, status + " " + answer.body());
      tally.count(kind, Integer.toString(status));
    }
    return answer;
  }

  private String refusal(String kind, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    require(type.equals("application/problem+json"), kind, type);
    String problem = Answer.parse(answer.body()).path("type").asText();
    String what = problem.substring(problem.lastIndexOf('/') + 1);
    require(what.equals("busy") || what.equals("deadline-exceeded"), kind, what);
    boolean retry = answer.headers().firstValue("Retry-After").isPresent();
    require(retry || !what.equals("busy"), kind, "busy without Retry-After");
    return what;
  }

  private void require(boolean isSo, String kind, String otherwise) {
    if (!isSo) {
      tally.fault(kind + ": " + otherwise);
    }
  }
}
