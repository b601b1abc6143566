package io.controlgraph.bench;

import io.controlgraph.graph.DataDirectory;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small writes to our server: one more evidence each, of an implementation. */
final class Writes {
  private static final String GRAPH = "urn:bench:written";
  private static final String UPDATE =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      INSERT { GRAPH <%3$s> {
        <urn:bench:evidence-%1$d> a cg:Evidence ; rdfs:label "Evidence %1$d" ; cg:inOrganisation ?org ;
          cg:evidenceType cg:EvidenceType-report ;
          cg:effectiveOn "2026-03-01"^^xsd:date ; cg:validUntil "2027-03-01"^^xsd:date ;
          cg:proves <%2$s>
      } } WHERE { <%2$s> cg:inOrganisation ?org }
      """;
  private static final String REVISION = "ControlGraph-Revision";

  private final ServerUnderTest server;
  private final String secret;
  private final List<String> implementations;
  private int written;

  /**
   * Writes to a server.
   *
   * @param data its data directory, which has its secret
   * @param implementations the implementations to prove, in turn
   */
  Writes(ServerUnderTest server, Path data, List<String> implementations) {
    this.server = server;
    this.implementations = implementations;
    if (!(DataDirectory.occupancy(data) instanceof DataDirectory.Occupancy.Served served)) {
      throw new IllegalStateException("Nobody serves " + data);
    }
    this.secret = served.secret();
  }

  static List<String> targets(Asked asked) {
    return asked.some(Cg.IMPLEMENTATION, 200);
  }

  /** Writes once more, and returns when the server says that it is written. */
  void next() throws IOException, InterruptedException {
    written++;
    send(UPDATE.formatted(written, implementations.get(written % implementations.size()), GRAPH));
  }

  private void send(String update) throws IOException, InterruptedException {
    server.ask(
        new Ask(
            "/sparql",
            update,
            Map.of(
                "Content-Type",
                "application/sparql-update; charset=utf-8",
                "Authorization",
                "Bearer " + secret)));
  }

  /**
   * Writes, and asks each of these until its answer is of the revision written.
   *
   * @return how long the write took, and each of these then, in milliseconds
   */
  List<Double> untilShown(List<Ask> asks) throws IOException, InterruptedException {
    long before = revision(asks.get(0));
    List<Double> times = new ArrayList<>();
    long start = System.nanoTime();
    next();
    for (Ask ask : asks) {
      times.add((System.nanoTime() - start) / 1e6);
      start = System.nanoTime();
      while (revision(ask) <= before) {
        Thread.onSpinWait();
      }
    }
    times.add((System.nanoTime() - start) / 1e6);
    return times;
  }

  private long revision(Ask ask) throws IOException, InterruptedException {
    return server
        .ask(ask)
        .response()
        .headers()
        .firstValueAsLong(REVISION)
        .orElseThrow(() -> new IllegalStateException("No " + REVISION + " from " + ask.path()));
  }

  /** Takes all of them away again. */
  void undo() throws IOException, InterruptedException {
    send("DROP SILENT GRAPH <%s>".formatted(GRAPH));
  }
}
