package io.controlgraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class AnswerTest {
  private static final String TWO_ROWS =
      """
      {"head": {"vars": ["org", "orgLabel", "target", "notAssessed"]},
       "results": {"bindings": [
         {"org": {"type": "uri", "value": "http://localhost:7070/id/h/organisations/h"},
          "orgLabel": {"type": "literal", "value": "Hospital"},
          "target": {"type": "uri", "value": "http://localhost:7070/id/h/assets/A"},
          "notAssessed": {"type": "literal", "value": "3"}},
         {"org": {"type": "uri", "value": "http://localhost:7070/id/h/organisations/h"},
          "orgLabel": {"type": "literal", "value": "Hospital"},
          "target": {"type": "uri", "value": "http://localhost:7070/id/h/assets/B"}}]}}
      """;

  @Test
  void aThingIsShownByItsLabelAndWhatIsTheSameInAllRowsIsSaidOnce() throws Exception {
    assertEquals(
        """
        org: Hospital

        target      not assessed
        ----------  ------------
        h/assets/A             3
        h/assets/B
        2 rows
        """,
        render(TWO_ROWS));
  }

  @Test
  void aThingWithoutALabelIsShownByItsName() throws Exception {
    String unlabelled =
        TWO_ROWS.replaceFirst("\"orgLabel\": \\{[^}]*}", "\"other\": {\"value\": \"\"}");
    assertEquals(
        """
        org                target      not assessed
        -----------------  ----------  ------------
        h/organisations/h  h/assets/A             3
        Hospital           h/assets/B
        2 rows
        """,
        render(unlabelled));
  }

  @Test
  void noRowsAreSaidInWords() throws Exception {
    assertEquals(
        "No rows.\n", render("{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[]}}"));
  }

  @Test
  void anAskIsYesOrNo() throws Exception {
    assertEquals("yes\n", render("{\"head\":{},\"boolean\":true}"));
    assertEquals("no\n", render("{\"head\":{},\"boolean\":false}"));
  }

  private static String render(String json) throws JsonProcessingException {
    return Answer.render(new ObjectMapper().readTree(json), 80);
  }
}
