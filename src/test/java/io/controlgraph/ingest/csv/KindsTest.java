package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

  @Test
  void everyExampleIsAValueOfItsColumn() {
    List<String> wrong = new ArrayList<>();
    for (Kind kind : Kinds.shipped().all()) {
      for (Column column : kind.columns()) {
        for (String value :
            column.list() ? Cells.values(column.example()) : List.of(column.example())) {
          boolean good =
              Literals.read(column.type(), value) instanceof Literals.Reading.Value
                  && (!(column.type() instanceof ColumnType.Id) || Ids.valid(value))
                  && (!(column.type() instanceof ColumnType.ClassOf c)
                      || c.classes().containsKey(value));
          if (!good) {
            wrong.add(kind.name() + "." + column.name() + ": " + value);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void onlyTheStatementOfApplicabilityHasRowsThatMayBeUndecided() {
    List<String> gated =
        Kinds.shipped().all().stream().filter(kind -> kind.gate() != null).map(Kind::name).toList();
    assertEquals(List.of("statement-of-applicability"), gated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "surprise: yes, # has an unknown key 'surprise'",
        "key: [id], # needs either an id column or a key",
        "label: '{name}', # needs either a column to 'label' or a label template",
        "class: [], # 'class' must be text",
      })
  void aKindThatIsNotUnderstoodIsRefused(String extra, String expected) {
    String name = extra.substring(0, extra.indexOf(':'));
    String rest = name.equals("class") ? "" : "class: Thing, ";
    refused(
        "things: {"
            + rest
            + extra
            + " about: x, columns: {id: {type: id, about: x, example: x},"
            + " name: {type: text, to: label, required: true, about: x, example: x}}}",
        expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "type: text, to: x, colour: red # has an unknown key 'colour'",
        "type: string, to: x # has an unknown type 'string'",
        "type: text # needs 'to'",
        "type: note, to: x # cannot have 'to'",
        "type: text, to: x, of: Duty # cannot have 'of'",
        "type: concept, to: x # needs 'of'",
        "type: ref, to: x, of: units # needs a list",
        "type: ref, to: x, of: [units] # refers to 'units', which has no ids",
        "type: text, to: label # two columns go to",
        "'type: text, to: x, required: \"yes\"' # 'required' must be true or false",
      })
  void aColumnThatIsNotUnderstoodIsRefused(String column, String expected) {
    refused(
        "things: {class: Thing, about: x, columns: {id: {type: id, about: x, example: x},"
            + " name: {type: text, to: label, about: x, example: x}, other: {"
            + column.replaceAll("^'|'$", "")
            + ", about: x, example: x}}}",
        expected);
  }

  @Test
  void aLabelThatDependsOnItselfIsRefused() {
    refused(
        "things: {class: Thing, about: x, label: 'of {other}', columns: {"
            + "id: {type: id, about: x, example: x},"
            + "other: {type: ref, of: [things], to: x, required: true, about: x, example: x}}}",
        "its label depends on itself");
  }

  @Test
  void aKindDefinedTwiceIsRefused() {
    String kind =
        "things: {class: Thing, about: x, columns: {id: {type: id, about: x, example: x},"
            + " name: {type: text, to: label, about: x, example: x}}}";
    refused(kind + "\n" + kind, "Duplicate");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> KindsReader.parse(Map.of("a.yaml", kind, "b.yaml", kind)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("is defined twice"));
  }

  @Test
  void anUnknownKindNamesTheNearest() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Kinds.shipped().get("riks"));
    assertEquals("'riks': no such kind of file; did you mean 'risks'?", refusal.getMessage());
  }

  private static void refused(String yaml, String expected) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> KindsReader.parse(Map.of("test.yaml", yaml)));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(expected), message);
  }
}
