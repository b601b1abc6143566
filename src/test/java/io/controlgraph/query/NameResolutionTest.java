package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a name stands for, on the sample organisations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameResolutionTest {
  private Samples samples;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    samples = new Samples(directory);
  }

  @AfterAll
  void close() {
    samples.close();
  }

  @Test
  void finds_nodes_by_every_kind_of_name() {
    String asset = "http://localhost:7070/id/hospital/assets/SYS-CXR";
    String control = "https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.24";
    samples.read(
        view -> {
          NameResolver names = samples.context(view).names();
          for (String name :
              List.of(
                  asset,
                  "<" + asset + ">",
                  "id:hospital/assets/SYS-CXR",
                  "SYS-CXR",
                  "hospital/SYS-CXR",
                  "Chest X-ray triage")) {
            assertEquals(new NameResolver.Resolution.Found(asset), names.resolve(name), name);
          }
          assertEquals(
              new NameResolver.Resolution.Found(control), names.resolve("iso27001-2022/A.8.24"));
          assertInstanceOf(NameResolver.Resolution.Unknown.class, names.resolve("A.99"));
          String practice = "https://w3id.org/controlgraph/id/practices/encryption";
          assertEquals(
              new NameResolver.Resolution.Found(practice), names.resolve("practices/encryption"));
          return names;
        });
  }

  @Test
  void a_thing_belongs_to_its_organisation_and_a_control_to_none() {
    String ids = "http://localhost:7070/id/";
    String control = "https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.24";
    samples.read(
        view -> {
          NameResolver names = samples.context(view).names();
          assertEquals(
              Optional.of(ids + "hospital/organisations/hospital"),
              names.organisation(ids + "hospital/assets/SYS-CXR"));
          assertEquals(Optional.empty(), names.organisation(control));
          return names;
        });
  }

  @Test
  void a_bare_id_stands_for_every_framework_and_part_that_has_it() {
    samples.read(
        view -> {
          NameResolver names = samples.context(view).names();
          assertEquals(
              List.of(
                  "iso27001-2013/annex-a/A.6.1.2",
                  "iso27001-2013/clauses/6.1.2",
                  "iso27001-2022/clauses/6.1.2",
                  "iso42001-2023/annex-a/A.6.1.2",
                  "iso42001-2023/clauses/6.1.2"),
              meanings(names.resolve("6.1.2")));
          assertEquals(
              List.of("iso27001-2013/annex-a/A.6.1.2", "iso42001-2023/annex-a/A.6.1.2"),
              meanings(names.resolve("A.6.1.2")));
          assertEquals(List.of("iso27001-2022/annex-a/A.5.23"), meanings(names.resolve("A.5.23")));
          assertEquals(List.of("iso27001-2022/annex-a/A.5.23"), meanings(names.resolve("5.23")));
          assertEquals(
              List.of("iso27001-2022/annex-a/A.5.23"),
              meanings(names.resolve("iso27001-2022/5.23")));
          assertEquals(
              List.of("iso27001-2022/clauses/5.2"), meanings(names.resolve("iso27001-2022/5.2")));
          return names;
        });
  }

  private static List<String> meanings(NameResolver.Resolution resolution) {
    List<String> iris =
        resolution instanceof NameResolver.Resolution.Found found
            ? List.of(found.iri())
            : assertInstanceOf(NameResolver.Resolution.Ambiguous.class, resolution).iris();
    return iris.stream().map(iri -> iri.replace(Names.REFERENCE, "")).toList();
  }
}
