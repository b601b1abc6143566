package io.controlgraph.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Makes questions of files: parses, expands and checks them, and gathers every fault. A file is
 * parsed when it is needed.
 */
final class CatalogueBuilder {
  private final Map<String, QueryText> texts = new TreeMap<>();
  private final Map<String, Optional<QueryFile>> parsed = new TreeMap<>();
  private final Map<String, Query> definitions = new TreeMap<>();
  private final List<CatalogueFault> faults = new ArrayList<>();

  CatalogueBuilder(Collection<QueryText> texts) {
    for (QueryText text : texts) {
      QueryText other = this.texts.putIfAbsent(text.name(), text);
      if (other != null) {
        faults.add(
            new CatalogueFault(
                text.origin(), 1, "the name '" + text.name() + "' is taken by " + other.origin()));
      }
    }
  }

  /**
   * All questions, by name. Shared definitions are checked too.
   *
   * @throws CatalogueException if a file is faulty; it names them all
   */
  Map<String, Question> all() {
    Map<String, Question> questions = new TreeMap<>();
    for (String name : texts.keySet()) {
      question(name).ifPresent(question -> questions.put(name, question));
    }
    throwFaults();
    return questions;
  }

  /**
   * One question; only its file and those that it uses are looked at.
   *
   * @throws CatalogueException if one of these is faulty
   */
  Optional<Question> one(String name) {
    Optional<Question> question = question(name);
    throwFaults();
    return question;
  }

  private void throwFaults() {
    if (!faults.isEmpty()) {
      throw new CatalogueException(faults);
    }
  }

  private Optional<Question> question(String name) {
    QueryFile file = file(name);
    if (file == null) {
      return Optional.empty();
    }
    int before = faults.size();
    FileChecks checks = new FileChecks(file, faults);
    checks.own();
    Query expanded = expand(file, new LinkedHashSet<>());
    if (expanded == null) {
      return Optional.empty();
    }
    checks.expanded(expanded, used(file, new LinkedHashMap<>()));
    return file.text().isShared() || faults.size() > before
        ? Optional.empty()
        : Optional.of(question(file, expanded));
  }

  /** The file of that name, parsed; null if there is none or it cannot be read. */
  private @Nullable QueryFile file(String name) {
    QueryText text = texts.get(name);
    if (text == null) {
      return null;
    }
    Optional<QueryFile> file = parsed.get(name);
    if (file == null) {
      file = Optional.ofNullable(QueryFile.parse(text, faults));
      parsed.put(name, file);
    }
    return file.orElse(null);
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
      QueryFile definition = file(QueryText.SHARED + name);
      if (definition == null) {
        if (!texts.containsKey(QueryText.SHARED + name)) {
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
      QueryFile definition = file(QueryText.SHARED + name);
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
