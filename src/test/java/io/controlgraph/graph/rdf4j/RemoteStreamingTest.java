package io.controlgraph.graph.rdf4j;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.MemoryFolder;
import io.controlgraph.testing.ChildProcess;
import io.controlgraph.testing.servers.FusekiServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers of a server that are far larger than the reader's memory are read row by row. */
@Timeout(180)
class RemoteStreamingTest {
  @Test
  void aMillionRowsInSixtyFourMegabytes(@TempDir(factory = MemoryFolder.class) Path folder)
      throws Exception {
    try (FusekiServer server = FusekiServer.start(folder, FusekiServer.Setup.USUAL)) {
      try (GraphStore store = Servers.emptied(server, GraphFactory.createDefaultGraph())) {
        add(
            store,
            IntStream.range(0, 1000)
                .mapToObj(i -> quad("g", "thing" + i, "number", "\"" + i + "\""))
                .toArray(Quad[]::new));
      }
      Process reader =
          ChildProcess.start(
              List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"),
              RowsChild.class,
              server.query().toString(),
              "SELECT * { ?a <http://example.org/number> ?x . ?b <http://example.org/number> ?y }");
      try {
        List<String> said =
            new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(reader.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, reader.exitValue());
        assertEquals("1000000", said.get(0), said::toString);
      } finally {
        reader.destroyForcibly().waitFor();
      }
    }
  }
}
