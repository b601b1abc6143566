package io.controlgraph.graph.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.resultio.helpers.BackgroundTupleResult;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows end at the end of the answer, or with what ended its parser. */
@Timeout(30)
class WholeResultTest {
  private static final String ROWS =
      "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\",\"value\":\"urn:x\"}}";

  private final Parsing parsing = new Parsing();

  @AfterEach
  void end() {
    parsing.shutdownNow();
  }

  @Test
  void rows_that_are_whole() {
    TupleQueryResult rows = parsed(new ByteArrayInputStream(bytes(ROWS + "]}}")));
    assertEquals(List.of("a"), rows.getBindingNames());
    assertTrue(rows.hasNext());
    assertEquals("urn:x", rows.next().getValue("a").stringValue());
    assertFalse(rows.hasNext());
  }

  @Test
  void an_error_of_the_parser_s_is_thrown_where_the_rows_are_read() {
    OutOfMemoryError full = new OutOfMemoryError("of the test");
    TupleQueryResult rows = parsed(new EndsBy(full));
    assertSame(
        full,
        assertThrows(
            OutOfMemoryError.class,
            () -> {
              while (rows.hasNext()) {
                rows.next();
              }
            }));
  }

  @Test
  void rows_that_were_given_up_end_without_a_word() {
    TupleQueryResult rows = parsed(new EndsBy(new OutOfMemoryError("of the test")));
    rows.close();
    assertFalse(rows.hasNext());
  }

  private TupleQueryResult parsed(InputStream answer) {
    BackgroundTupleResult result = new BackgroundTupleResult(new SPARQLResultsJSONParser(), answer);
    parsing.execute(result);
    return WholeResult.rows(result, parsing.begun());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The beginning of an answer, and then an error. */
  private static final class EndsBy extends ByteArrayInputStream {
    private final Error error;

    private EndsBy(Error error) {
      super(bytes(ROWS));
      this.error = error;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) {
      int read = super.read(into, from, length);
      if (read < 0) {
        throw error;
      }
      return read;
    }
  }
}
