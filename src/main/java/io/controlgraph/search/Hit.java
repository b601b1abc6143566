package io.controlgraph.search;

/** A thing that was found, and why. */
public record Hit(Entry thing, Match match) {}
