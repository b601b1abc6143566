package io.controlgraph.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The questions that can be asked by name. Immutable. */
public final class Catalogue {
  private static final String LOOSE = "query";

  private final Map<String, Question> questions;
  private final List<QueryText> shared;

  private Catalogue(Map<String, Question> questions, List<QueryText> shared) {
    this.questions = questions;
    this.shared = shared;
  }

  /**
   * Loads the questions that come with the product and those of the folders given.
   *
   * @throws CatalogueException if a file is faulty, or two files have one name; it names them all
   */
  public static Catalogue load(List<Path> extraFolders) {
    return of(QueryFolders.read(extraFolders));
  }

  static Catalogue of(List<QueryText> texts) {
    Map<String, Question> questions = new TreeMap<>();
    for (Question question : new CatalogueBuilder(texts).build()) {
      questions.put(question.name(), question);
    }
    return new Catalogue(questions, texts.stream().filter(QueryText::isShared).toList());
  }

  /** All questions, by name. */
  public Collection<Question> questions() {
    return List.copyOf(questions.values());
  }

  /** The question of that name, such as {@code coverage/by-framework}. */
  public Optional<Question> find(String name) {
    return Optional.ofNullable(questions.get(name));
  }

  /**
   * Reads a question that is not in the catalogue. It may use the catalogue's shared definitions.
   *
   * @param text the text of a query file, with its header
   * @throws CatalogueException if it is faulty; it names every line
   */
  public Question read(String text) {
    List<QueryText> texts = new ArrayList<>(shared);
    texts.add(new QueryText(LOOSE, LOOSE, text));
    return of(texts).find(LOOSE).orElseThrow();
  }
}
