package io.controlgraph.ingest.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes which things the files state, before any reference is looked up. */
final class Stating {
  private final Things things;
  private final Errors errors;

  Stating(Things things, Errors errors) {
    this.things = things;
    this.errors = errors;
  }

  /** Notes the things of all tables. */
  void state(List<Table> tables, List<FileNames.Problem> problems, boolean replace) {
    Map<String, Source> organisations = new LinkedHashMap<>();
    for (Table table : tables) {
      organisations.putIfAbsent(table.organisation(), table.source());
      Pool pool = things.pool(table.organisation(), table.kind().name());
      if (!table.idsReadable()) {
        pool.incomplete();
      }
      if (replace) {
        pool.replaced();
      }
      state(table, pool);
    }
    for (FileNames.Problem problem : problems) {
      if (problem.meant() != null) {
        for (String organisation : organisations.keySet()) {
          things.pool(organisation, problem.meant()).incomplete();
        }
      }
    }
    organisations.forEach(this::checkOrganisation);
  }

  private void state(Table table, Pool pool) {
    int idColumn = table.idColumn();
    if (idColumn < 0) {
      return;
    }
    for (Row row : table.rows()) {
      String id = Ids.normal(row.cell(idColumn));
      if (row.leftOut()) {
        continue;
      }
      if (id.isEmpty()) {
        pool.incomplete();
        continue;
      }
      Row before = pool.state(id, row);
      if (before != null) {
        errors.add(
            row,
            idColumn,
            () -> "id '" + Cells.shorten(id) + "': is in " + before.seenFrom(row) + " already");
      } else if (table.kind().name().equals(Names.ORGANISATIONS)
          && !id.equals(table.organisation())) {
        errors.add(
            row,
            idColumn,
            () ->
                "id '"
                    + Cells.shorten(id)
                    + "': expected '"
                    + table.organisation()
                    + "', the organisation this file belongs to");
      }
    }
  }

  private void checkOrganisation(String organisation, Source source) {
    Pool pool = things.pool(organisation, Names.ORGANISATIONS);
    Thing thing = pool.byId(organisation);
    if (thing == null && pool.isComplete()) {
      errors.add(
          source,
          "organisation '"
              + organisation
              + "': no such organisation in this import or in the graph"
              + Nearest.hint(organisation, things.organisations()));
    } else if (thing != null && pool.removes(thing)) {
      errors.add(source, "organisation '" + organisation + "': this import takes it away");
    }
  }
}
