package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows of the design, each of them shown to catch one planted mistake. */
final class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tidemark");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.tidemark.planted");

  @ParameterizedTest
  @EnumSource(Arrows.class)
  void aPackageDependsOnlyOnWhatItsArrowsAllow(Arrows arrow) {
    arrow.rule().allowEmptyShould(arrow == Arrows.BENCH).check(OURS);
  }

  @ParameterizedTest
  @EnumSource(Arrows.class)
  void anArrowCatchesThePlantedMistake(Arrows arrow) {
    assertThatThrownBy(() -> arrow.rule().check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.tidemark.planted." + arrow.id() + ".Mistake");
  }

  @Test
  void everyPackageHasAnArrow() {
    Set<String> found =
        OURS.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring("io.tidemark.".length()).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> drawn =
        EnumSet.allOf(Arrows.class).stream().map(Arrows::id).collect(Collectors.toSet());
    assertThat(drawn).containsAll(found);
  }

  @Test
  void noPackagesNeedEachOther() {
    Arrows.noCircle("io.tidemark").check(OURS);
  }

  @Test
  void aPlantedCircleIsCaught() {
    assertThatThrownBy(() -> Arrows.noCircle("io.tidemark.planted.circle").check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected");
  }

  /** OpenAPI calls a record by its simple name: two of one name would be one there. */
  @Test
  void noTwoRecordsOfTheDescriptionHaveOneName() {
    List<String> names =
        OURS.stream()
            .filter(JavaClass::isRecord)
            .filter(
                one ->
                    one.getPackageName().equals("io.tidemark.server.api")
                        || one.getName()
                            .matches("io[.]tidemark[.]server[.].*(Api|PasskeyOptions)[$].*"))
            .map(
                one ->
                    one.tryGetAnnotationOfType(Schema.class)
                        .map(Schema::name)
                        .filter(name -> !name.isEmpty())
                        .orElse(one.getSimpleName()))
            .toList();
    assertThat(names).hasSizeGreaterThan(40).doesNotHaveDuplicates();
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    noCatchAll().check(OURS);
  }

  @Test
  void aPlantedCatchAllIsCaught() {
    assertThatThrownBy(() -> noCatchAll().check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.tidemark.planted.util.Mistake");
  }

  private static ArchRule noCatchAll() {
    return ArchRuleDefinition.noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");
  }
}
