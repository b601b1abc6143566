package io.controlgraph.query;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue cannot be used: every fault of every file, in one go. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogueFault> faults;

  CatalogueException(List<CatalogueFault> faults) {
    super(faults.stream().map(CatalogueFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** The faults, by file and line. */
  public List<CatalogueFault> faults() {
    return faults;
  }
}
