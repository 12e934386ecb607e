package dev.waggle.chaos;

import dev.waggle.chaos.cluster.DatabaseKind;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes the name of a database in whatever case it is typed. */
final class ReadDatabaseKind implements ITypeConverter<DatabaseKind> {

  @Override
  public DatabaseKind convert(String value) {
    return Arrays.stream(DatabaseKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("\"" + value + "\" is neither h2 nor postgresql"));
  }
}
