package io.tidemark.server.workbench;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page its {@link House}. */
@ControllerAdvice(annotations = WorkbenchPage.class)
class HouseAdvice {
  private final Assets assets;

  HouseAdvice(Assets assets) {
    this.assets = assets;
  }

  @ModelAttribute("house")
  House house(HttpServletRequest request) {
    return House.of(request, assets::url);
  }
}
