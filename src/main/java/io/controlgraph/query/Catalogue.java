package io.controlgraph.query;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The questions that can be asked by name. Immutable. */
public final class Catalogue {
  private final Map<String, Question> questions;

  private Catalogue(Map<String, Question> questions) {
    this.questions = questions;
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
    return new Catalogue(questions);
  }

  /** All questions, by name. */
  public Collection<Question> questions() {
    return List.copyOf(questions.values());
  }

  /** The question of that name, such as {@code coverage/by-framework}. */
  public Optional<Question> find(String name) {
    return Optional.ofNullable(questions.get(name));
  }
}
