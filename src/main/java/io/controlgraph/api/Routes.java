package io.controlgraph.api;

/** Some routes of the server. */
interface Routes {
  void addTo(Api api);
}
