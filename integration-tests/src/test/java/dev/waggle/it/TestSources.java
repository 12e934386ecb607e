package dev.waggle.it;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The test methods in the sources of all modules, as javac reads them. */
final class TestSources {

  private static final Path ROOT = Path.of("..");
  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "TestFactory", "RepeatedTest");

  private TestSources() {}

  /** {@code Class#method} for each. */
  static Set<String> methods() {
    return methods("");
  }

  /** The same of one package and those below it; of all when it is empty. */
  static Set<String> methods(String root) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Set<String> found = new TreeSet<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        if (packageOf(unit).startsWith(root)) {
          new Methods(found).scan(unit, null);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(CompilationUnitTree unit) {
    return unit.getPackageName().toString();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve(Path.of("src", "test", "java")))
          .filter(Files::isDirectory)
          .flatMap(TestSources::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects what is annotated as a test, under the name of the innermost class. */
  private static final class Methods extends TreeScanner<Void, String> {
    private final Set<String> found;

    Methods(Set<String> found) {
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      boolean isTest =
          method.getModifiers().getAnnotations().stream()
              .map(AnnotationTree::getAnnotationType)
              .anyMatch(annotation -> TESTS.contains(annotation.toString()));
      if (isTest) {
        found.add(type + "#" + method.getName());
      }
      return super.visitMethod(method, type);
    }
  }
}
