package dev.waggle.gateway.http;

import static dev.waggle.contract.ErrorCode.INVALID_REQUEST;
import static dev.waggle.contract.ErrorCode.UNSUPPORTED_MEDIA_TYPE;

import dev.waggle.contract.WaggleException;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in plain words, and by name, which fields of a request the validator refused. */
final class ValidationProblems {

  /** The validator names a parameter in its message and nowhere else. */
  private static final Pattern PARAMETER = Pattern.compile("(?:path|query) parameter (\\S+)");

  private static final int MOST_SENTENCES = 5;

  private final SchemaLocator schemas;

  ValidationProblems(ApiDocument document) {
    this.schemas = new SchemaLocator(document.json());
  }

  WaggleException explain(ValidatorException failure, Operation operation) {
    if (failure instanceof SchemaValidationException violation) {
      return explainViolation(violation, operation);
    }
    if (failure.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
      return new WaggleException(UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
    }
    if (failure.type() == ValidatorErrorType.MISSING_REQUIRED_PARAMETER) {
      return new WaggleException(INVALID_REQUEST, missing(failure));
    }
    return new WaggleException(INVALID_REQUEST, "The body is not valid JSON.", failure);
  }

  private WaggleException explainViolation(SchemaValidationException failure, Operation operation) {
    Optional<String> parameter = parameterOf(failure);
    List<FieldViolation> violations =
        failure.getOutputUnit().getErrors().stream()
            .filter(FieldViolation::isLeaf)
            .limit(MOST_SENTENCES)
            .map(unit -> FieldViolation.of(unit, parameter, schemas.of(operation, parameter)))
            .toList();
    String sentences =
        violations.stream().map(FieldViolation::sentence).collect(Collectors.joining(" "));
    return new WaggleException(violations.get(0).code(), sentences, failure);
  }

  private static String missing(ValidatorException failure) {
    return parameterOf(failure)
        .map(name -> name + " is missing: add it to the query.")
        .orElse("The body is missing: send a JSON object.");
  }

  private static Optional<String> parameterOf(ValidatorException failure) {
    Matcher matcher = PARAMETER.matcher(failure.getMessage());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
