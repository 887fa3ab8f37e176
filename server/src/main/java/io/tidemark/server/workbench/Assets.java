package io.tidemark.server.workbench;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The addresses of the files of pages, with the digest of what they hold. Thread-safe. */
@Component
class Assets {
  private final ObjectProvider<ResourceUrlProvider> provider;

  /** Spring makes its provider after the pages that ask it. */
  Assets(ObjectProvider<ResourceUrlProvider> provider) {
    this.provider = provider;
  }

  /** Where browsers find the file of this path. */
  String url(String path) {
    String url = provider.getObject().getForLookupPath(path);
    if (url == null) {
      throw new IllegalStateException("there is no file " + path);
    }
    return url;
  }
}
