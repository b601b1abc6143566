package io.controlgraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.jspecify.annotations.Nullable;

/** Makes questions of files: parses, expands and checks them, and gathers every fault. */
final class CatalogueBuilder {
  private final Map<String, QueryFile> files = new TreeMap<>();
  private final Map<String, Query> definitions = new TreeMap<>();
  private final Map<String, QueryText> unreadable = new TreeMap<>();
  private final List<CatalogueFault> faults = new ArrayList<>();

  CatalogueBuilder(List<QueryText> texts) {
    Map<String, QueryText> byName = new TreeMap<>();
    for (QueryText text : texts) {
      QueryText other = byName.putIfAbsent(text.name(), text);
      if (other != null) {
        faults.add(
            new CatalogueFault(
                text.origin(), 1, "the name '" + text.name() + "' is taken by " + other.origin()));
      }
    }
    for (QueryText text : byName.values()) {
      QueryFile file = QueryFile.parse(text, faults);
      if (file == null) {
        unreadable.put(text.name(), text);
      } else {
        files.put(text.name(), file);
      }
    }
  }

  List<Question> build() {
    List<Question> questions = new ArrayList<>();
    for (QueryFile file : files.values()) {
      int before = faults.size();
      FileChecks checks = new FileChecks(file, faults);
      checks.own();
      Query expanded = expand(file, new LinkedHashSet<>());
      if (expanded == null) {
        continue;
      }
      checks.expanded(expanded, used(file, new LinkedHashMap<>()));
      if (!file.text().isShared() && faults.size() == before) {
        questions.add(question(file, expanded));
      }
    }
    if (!faults.isEmpty()) {
      throw new CatalogueException(faults);
    }
    return questions;
  }

  private @Nullable Query expand(QueryFile file, Set<String> within) {
    Query known = definitions.get(file.name());
    if (known != null) {
      return known;
    }
    if (!within.add(file.name())) {
      faults.add(file.fault("use", "the definitions use one another in a circle: " + within));
      return null;
    }
    Map<String, Query> needed = new LinkedHashMap<>();
    for (String name : file.header().use()) {
      QueryFile definition = files.get(QueryText.SHARED + name);
      if (definition == null) {
        if (!unreadable.containsKey(QueryText.SHARED + name)) {
          faults.add(file.fault("use", "there is no shared definition '" + name + "'"));
        }
        return null;
      }
      Query expanded = expand(definition, within);
      if (expanded == null) {
        return null;
      }
      needed.put(name, expanded);
    }
    within.remove(file.name());
    if (!needed.keySet().containsAll(Expansion.marked(file.query()))) {
      return null;
    }
    Query expanded = Expansion.expand(file.query(), file.header().use(), needed);
    definitions.put(file.name(), expanded);
    return expanded;
  }

  private Map<String, QueryFile> used(QueryFile file, Map<String, QueryFile> into) {
    for (String name : file.header().use()) {
      QueryFile definition = files.get(QueryText.SHARED + name);
      if (definition != null && into.putIfAbsent(name, definition) == null) {
        used(definition, into);
      }
    }
    return into;
  }

  private static Question question(QueryFile file, Query expanded) {
    Header header = file.header();
    Query query = expanded.cloneQuery();
    Form form = query.isSelectType() ? Form.SELECT : query.isAskType() ? Form.ASK : Form.CONSTRUCT;
    String sparql = query.serialize(Syntax.syntaxSPARQL_11);
    QueryFactory.create(sparql, Syntax.syntaxSPARQL_11);
    return new Question(
        file.name(),
        text(header.summary()),
        text(header.question()),
        text(header.description()),
        header.tags(),
        header.parameters(),
        header.columns(),
        header.severity(),
        header.mend(),
        form,
        sparql,
        file.text().text(),
        file.text().origin());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
