package io.controlgraph;

/** Starts ControlGraph from the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
