package io.controlgraph.graph.rdf4j.fedx;

import static io.controlgraph.graph.rdf4j.fedx.Members.member;
import static io.controlgraph.graph.rdf4j.fedx.Members.read;
import static io.controlgraph.graph.rdf4j.fedx.Members.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member that is down, hangs or talks nonsense never just makes for fewer rows. */
@Timeout(120)
final class MemberInTroubleTest {
  private static final String QUERY = "SELECT ?x { ?x :is ?what }";
  private static final String JSON = "application/sparql-results+json";

  private Path folder;
  private Served sound;
  private Served behind;
  private Troubled troubled;

  @BeforeEach
  void serve(@TempDir Path temporary) throws IOException {
    folder = temporary;
    sound =
        Served.in(folder.resolve("sound"), Served.Recipe.PLAIN)
            .with("PREFIX : <http://example.org/> :g { :one :is :here }");
    behind =
        Served.in(folder.resolve("behind"), Served.Recipe.PLAIN)
            .with("PREFIX : <http://example.org/> :g { :two :is :there }");
    troubled = new Troubled(behind.at("/sparql"));
  }

  @AfterEach
  void close() {
    troubled.close();
    behind.close();
    sound.close();
  }

  private GraphStore federation(String... lines) {
    return Members.federation(
        folder,
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(member("sound", sound), troubled.line("troubled")),
                java.util.Arrays.stream(lines))
            .toArray(String[]::new));
  }

  private void cause(String trouble) {
    switch (trouble) {
      case "error" -> troubled.answers(500, "text/plain", "Out of order");
      case "garbage" -> troubled.answers(200, JSON, "{\"head\": what");
      case "page" -> troubled.answers(200, "text/html", "<p>Welcome</p>");
      case "half" ->
          troubled.breaksOff("{\"head\":{\"vars\":[\"s\",\"o\"]},\"results\":{\"bindings\":[");
      case "elsewhere" -> troubled.sendsElsewhere(behind.at("/sparql"));
      case "blank" ->
          troubled.answers(
              200,
              JSON,
              "{\"head\":{\"vars\":[\"s\",\"o\"]},\"results\":{\"bindings\":[{\"s\":"
                  + "{\"type\":\"bnode\",\"value\":\"b0\"},\"o\":"
                  + "{\"type\":\"uri\",\"value\":\"http://example.org/there\"}}]}}");
      default -> throw new IllegalArgumentException(trouble);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          error     | answered 500: Out of order
          garbage   | gave one that cannot be read
          page      | cannot be understood
          half      | ended its answer half way
          elsewhere | answered 307: it is elsewhere now
          blank     | holds blank nodes
          """)
  void fails_the_query_and_names_the_member(String trouble, String said) {
    try (GraphStore federation = federation()) {
      assertEquals(List.of("one", "two"), rows(federation, QUERY));

      cause(trouble);
      GraphFailure.ServerFailed failure =
          assertThrows(GraphFailure.ServerFailed.class, () -> rows(federation, QUERY));
      String message = String.valueOf(failure.getMessage());
      assertTrue(
          message.startsWith("The member 'troubled' of the federation gave no rows: "), message);
      assertTrue(message.contains(said), message);

      troubled.isWell();
      assertEquals(List.of("one", "two"), rows(federation, QUERY));
    }
  }

  @ParameterizedTest
  @CsvSource({"error", "garbage", "page", "half", "elsewhere", "blank"})
  void answers_in_part_and_tells_so(String trouble) {
    try (GraphStore federation = federation("when-down = partial")) {
      cause(trouble);
      read(
          federation,
          view -> {
            assertEquals(List.of("one"), rows(view, QUERY));
            assertEquals(Set.of("troubled"), view.missing());
            return true;
          });

      troubled.isWell();
      read(
          federation,
          view -> {
            assertEquals(List.of("one", "two"), rows(view, QUERY));
            assertEquals(Set.of(), view.missing());
            return true;
          });
    }
  }

  @Test
  void tells_a_member_that_is_not_there() {
    String down = "member.down.query = http://127.0.0.1:1/sparql";
    try (GraphStore federation = federation(down)) {
      GraphFailure.ServerFailed failure =
          assertThrows(GraphFailure.ServerFailed.class, () -> rows(federation, QUERY));
      String message = String.valueOf(failure.getMessage());
      assertTrue(
          message.startsWith(
              "The member 'down' of the federation gave no rows: http://127.0.0.1:1/sparql cannot"
                  + " be reached"),
          message);
    }
    try (GraphStore federation =
        Members.federation(
            folder.resolve("."), member("sound", sound), down, "when-down = partial")) {
      read(
          federation,
          view -> {
            assertEquals(List.of("one"), rows(view, QUERY));
            assertEquals(
                Map.of(NodeFactory.createURI("http://example.org/one"), Set.of("sound")),
                view.origins(List.of(NodeFactory.createURI("http://example.org/one"))));
            assertEquals(Set.of("down"), view.missing());
            return true;
          });
    }
  }

  @Test
  void leaves_out_a_member_that_says_nothing_for_too_long() {
    try (GraphStore federation =
        federation("when-down = partial", "member.troubled.timeout = 1s")) {
      troubled.hangs();
      read(
          federation,
          view -> {
            assertEquals(List.of("one"), rows(view, QUERY));
            assertEquals(Set.of("troubled"), view.missing());
            return true;
          });
    }
  }

  @Test
  void stops_at_the_deadline_whatever_a_member_does() {
    try (GraphStore federation = federation("when-down = partial")) {
      troubled.hangs();
      long start = System.nanoTime();
      Deadline deadline = Deadline.after(Duration.ofMillis(700));
      assertThrows(
          GraphFailure.DeadlineExceeded.class,
          () -> federation.read(Scope.ALL, deadline, view -> rows(view, QUERY)));
      assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(10)) < 0);
    }
  }

  @Test
  void fails_at_once_though_another_member_hangs() throws IOException {
    try (Troubled broken = new Troubled(behind.at("/sparql"));
        GraphStore federation = federation(broken.line("broken"))) {
      CountDownLatch asked = troubled.hangs();
      broken.answersAfter(asked, 500);
      long start = System.nanoTime();
      GraphFailure.ServerFailed failure =
          assertThrows(GraphFailure.ServerFailed.class, () -> rows(federation, QUERY));
      assertTrue(
          String.valueOf(failure.getMessage()).startsWith("The member 'broken'"),
          failure.getMessage());
      assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(15)) < 0);
    }
  }

  @Test
  void stops_when_it_is_cancelled() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (GraphStore federation = federation()) {
      CountDownLatch asked = troubled.hangs();
      Deadline deadline = Deadline.after(Duration.ofMinutes(5));
      Future<List<String>> answer =
          thread.submit(() -> federation.read(Scope.ALL, deadline, view -> rows(view, QUERY)));
      asked.await();
      deadline.cancel();
      assertThrows(
          java.util.concurrent.ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS));
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void holds_no_more_than_it_may() {
    try (GraphStore federation = federation("most-statements = 1")) {
      GraphFailure.DeadlineExceeded failure =
          assertThrows(GraphFailure.DeadlineExceeded.class, () -> rows(federation, QUERY));
      assertTrue(
          String.valueOf(failure.getMessage()).contains("raise most-statements"),
          failure.getMessage());
    }
  }

  @Test
  void asks_a_single_member_too() {
    try (GraphStore federation = Members.federation(folder, troubled.line("only"))) {
      assertEquals(List.of("two"), rows(federation, QUERY));
    }
  }

  @Test
  void never_follows_a_member_that_sends_it_elsewhere() {
    URI elsewhere = behind.at("/sparql");
    try (GraphStore federation = federation("when-down = partial")) {
      troubled.sendsElsewhere(elsewhere);
      assertEquals(List.of("one"), rows(federation, QUERY));
    }
  }
}
