package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.ingest.reference.SampleOrganisations;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question has the rows that were checked when the sample organisations stand on three
 * servers, two of which are asked over HTTP, and what is shipped stands on all of them. Each is
 * asked of one organisation on which it finds something, another one each time, so that all members
 * come to hold the rows.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationAgreementTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-31T06:00:00Z"), ZoneOffset.UTC);

  private final List<Served> servers = new ArrayList<>();
  private GraphStore federation;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    List<String> all = Samples.organisations();
    StringBuilder file = new StringBuilder("local = headquarters\n");
    for (int i = 0; i < 2; i++) {
      Served served =
          Served.in(
              folder.resolve("server" + i), Served.Recipe.PLAIN.withShapes(ReferenceData.shapes()));
      servers.add(served);
      fill(served.store(), all.subList(2 * i, 2 * i + 2));
      file.append("member.server%d.query = %s\n".formatted(i, served.at("/sparql")));
    }
    GraphStore local =
        Tdb2GraphStore.open(
            folder.resolve("local"), new StoreOptions(Served.BASE, ReferenceData::shapes));
    fill(local, all.subList(4, all.size()));
    federation =
        FedxGraphStore.open(Files.writeString(folder.resolve("federation.conf"), file), local);
  }

  private static void fill(GraphStore store, List<String> organisations) throws IOException {
    ReferenceData.bringUpToDate(store, CLOCK);
    List<SourceFile> files =
        SampleOrganisations.files().stream()
            .filter(file -> organisations.contains(file.organisation()))
            .toList();
    assertInstanceOf(
        ImportOutcome.Imported.class,
        new CsvImporter(store, CLOCK)
            .run(files, ImportOptions.of("compliance", "Import"), Progress.NONE));
  }

  @AfterAll
  void close() {
    federation.close();
    servers.forEach(Served::close);
  }

  static Stream<Arguments> questions() {
    List<Question> questions = List.copyOf(Catalogue.load(List.of()).questions());
    List<String> organisations = Samples.organisations();
    List<Arguments> asked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      int start = i;
      String organisation =
          Stream.iterate(0, next -> next + 1)
              .limit(organisations.size())
              .map(next -> organisations.get((start + next) % organisations.size()))
              .filter(each -> golden(each, question).lines().count() > 1)
              .findFirst()
              .orElseThrow();
      asked.add(Arguments.of(organisation, question));
    }
    return asked.stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void has_the_rows_that_were_checked(String organisation, Question question) {
    Map<String, String> arguments = GoldenTest.arguments(organisation, question);
    String rows =
        federation.read(
            Scope.ALL,
            Deadline.after(Duration.ofMinutes(2)),
            view -> {
              String text = rows(view, question, arguments);
              assertEquals(Set.of(), view.missing());
              return text;
            });
    assertEquals(golden(organisation, question), rows, () -> question.name() + arguments);
  }

  private String rows(View view, Question question, Map<String, String> arguments) {
    Binding.Bound bound =
        assertInstanceOf(
            Binding.Bound.class,
            Binder.bind(
                question,
                arguments,
                new BindContext(
                    Fixture.DAY,
                    federation.baseIri(),
                    new GraphNameResolver(view, federation.baseIri()))));
    return Table.text(
        Table.withHeader(
            question, Table.texts(GoldenTest.rows(view, question.form(), bound.sparql()))));
  }

  private static String golden(String organisation, Question question) {
    try {
      return Files.readString(
          GoldenTest.GOLDEN.resolve(organisation).resolve(question.name() + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
