package io.controlgraph.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.RemoteGraphStore;
import io.controlgraph.graph.rdf4j.ServerAddress;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.query.Samples;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.Served.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index answers the same of the sample organisations wherever they are. */
@Timeout(300)
final class IndexElsewhereTest {
  private static final List<Served> SERVERS = new ArrayList<>();
  private static Served whole;
  private static Served federation;
  private static Served remote;
  private static Served memory;

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    List<String> all = Samples.organisations();
    whole = served(folder, "whole", all);
    StringBuilder file = new StringBuilder("local = headquarters\n");
    for (int i = 0; i < 2; i++) {
      Served member = served(folder, "member" + i, all.subList(2 * i, 2 * i + 2));
      file.append("member.m%d.query = %s\n".formatted(i, member.at("/sparql")));
    }
    Path members = Files.writeString(folder.resolve("members"), file);
    federation =
        keep(
            Served.in(
                folder.resolve("hub"), Recipe.PLAIN, local -> FedxGraphStore.open(members, local)));
    Samples.fill(federation.store(), all.subList(4, all.size()));
    remote = keep(Served.in(folder.resolve("remote"), Recipe.PLAIN, local -> readOnly(whole)));
    GraphStore inMemory = MemoryEngine.open(Served.BASE, GraphFactory::createDefaultGraph);
    Samples.fill(inMemory, all);
    memory = keep(Served.in(folder.resolve("memory"), Recipe.PLAIN, local -> inMemory));
  }

  private static Served served(Path folder, String name, List<String> organisations)
      throws IOException {
    Served served = keep(Served.in(folder.resolve(name), Recipe.PLAIN));
    Samples.fill(served.store(), organisations);
    return served;
  }

  private static Served keep(Served served) {
    SERVERS.add(served);
    return served;
  }

  /** It has no revisions that could be seen from outside. */
  private static GraphStore readOnly(Served server) {
    return RemoteGraphStore.open(
        new ServerAddress(server.at("/sparql"), null),
        Credentials.NONE,
        Patience.DEFAULT,
        Served.BASE,
        GraphFactory::createDefaultGraph);
  }

  @AfterAll
  static void stop() {
    for (int i = SERVERS.size() - 1; i >= 0; i--) {
      SERVERS.get(i).close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/coverage?format=csv",
        "/api/v1/coverage?by=organisation&format=csv",
        "/api/v1/coverage?by=theme&format=csv",
        "/api/v1/coverage?by=kind&format=csv",
        "/api/v1/coverage?by=owner&format=csv",
        "/api/v1/coverage?by=requirement&format=csv",
        "/api/v1/coverage?by=target&format=csv",
        "/api/v1/coverage?by=unit&format=csv",
        "/api/v1/coverage/cells?org=hospital&framework=iso27001-2022",
        "/api/v1/trace?node=hospital/INC-2026-01",
        "/api/v1/impact?node=DS-CXR-TRAIN",
        "/api/v1/impact?node=iso27001-2022/A.8.13",
        "/api/v1/impact/single-points?org=bank",
        "/api/v1/whatif?remove=hospital/IMP-027",
        "/api/v1/whatif?remove=bank/IMP-001",
        "/api/v1/crosswalk?from=iso27001-2022&to=iso27001-2013&org=hospital",
        "/api/v1/crosswalk?from=iso27001-2013&to=iso27001-2022&org=retailer",
        "/api/v1/paths?from=iso27001-2022/A.8.24&to=hospital/INC-2026-01&k=3",
        "/api/v1/paths?from=iso27001-2022/A.8.13&to=hospital/IMP-027&k=2"
      })
  void answersTheSame(String path) throws Exception {
    Answer here = whole.get(path);
    assertEquals(200, here.status(), here.body());
    assertFalse(here.body().isBlank());
    String expected = inOrder(here);
    assertEquals(expected, inOrder(federation.get(path)), "federation");
    assertEquals(expected, inOrder(remote.get(path)), "remote");
    assertEquals(expected, inOrder(memory.get(path)), "memory");
  }

  /** What is listed in no particular order comes in that in which a store was read. */
  private static String inOrder(Answer answer) {
    return answer.contentType().startsWith("application/json")
        ? inOrder(answer.json())
        : answer.body();
  }

  private static String inOrder(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(each -> parts.add(each.getKey() + ": " + inOrder(each.getValue())));
    } else if (node.isArray()) {
      node.forEach(each -> parts.add(inOrder(each)));
      parts.sort(null);
    } else {
      return node.toString();
    }
    return parts.toString();
  }
}
